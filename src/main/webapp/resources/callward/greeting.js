// A greeting's page: words with their preview, or a sound that is dropped, chosen or recorded. Whatever this browser can decode is turned
// into WAV before it is sent. Without this script both halves are plain fields of the form.
const page = document.getElementById('greeting-page');
const form = document.getElementById('greeting');
const field = name => document.getElementById('greeting:' + name);
const part = name => page.querySelector(`[data-part="${name}"]`);
const button = name => page.querySelector(`[data-do="${name}"]`);
const words = Object.fromEntries([...document.querySelectorAll('#greeting-words dd')].map(dd => [dd.dataset.word, dd.textContent]));
const isNew = page.dataset.new === 'true';
const most = { seconds: Number(page.dataset.seconds), bytes: Number(page.dataset.bytes) };
const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
const fill = (text, ...values) => text.replace(/\{(\d)}/g, (_, n) => values[n]);
/** More than this is not even decoded. */
const BEYOND = 200e6;

/** What will be sent when the form is saved. */
let candidate = null;

// Which half ------------------------------------------------------------------------------------------------------------------
const kinds = [...form.querySelectorAll('input[name="kind"]')];
const kind = () => kinds.find(radio => radio.checked).value;

function showHalf() {
  for (const half of page.querySelectorAll('[data-half]')) half.hidden = half.dataset.half !== kind();
}

const faulty = form.querySelector('[data-half="sound"] .ui-message-error') ? 'sound' : null;
kinds.find(radio => radio.value === (faulty ?? page.dataset.kind)).checked = true;
kinds.forEach(radio => radio.addEventListener('change', showHalf));
form.querySelector('.greeting-kinds').hidden = false;
showHalf();

if (new URLSearchParams(location.search).has('saved')) {
  history.replaceState(null, '', location.pathname + '?key=' + encodeURIComponent(field('key').value));
}

// The key follows the name until somebody writes it -----------------------------------------------------------------------------
const keyOf = name => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, 40).replace(/-+$/, '');
if (isNew) {
  let own = field('key').value !== '';
  field('key').addEventListener('input', () => { own = field('key').value !== ''; });
  field('name').addEventListener('input', () => { if (!own) field('key').value = keyOf(field('name').value); });
}

// Words -----------------------------------------------------------------------------------------------------------------------
const preview = page.querySelector('.greeting-preview');
const headers = { 'Content-Type': 'application/json', 'X-Callward': '1' };
let waiting;
let asked = 0;

async function showPreview() {
  const mine = ++asked;
  const text = field('words').value;
  preview.hidden = text.trim() === '';
  if (preview.hidden) return;
  const answer = await fetch(page.dataset.api + '/speech/preview', { method: 'POST', headers, body: JSON.stringify({ words: text, language: field('tongue').value }) })
    .catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const spoken = await answer.json();
  part('heard').textContent = spoken.heard;
  part('unknown').hidden = spoken.unknown.length === 0;
  part('unknown').textContent = fill(words.unknown, spoken.unknown.map(name => `{{${name}}}`).join(', '));
}

const soon = () => { clearTimeout(waiting); waiting = setTimeout(showPreview, 300); };
field('words').addEventListener('input', soon);
field('tongue').addEventListener('change', () => { soon(); showVoices(); });
showPreview();

const names = page.querySelector('.greeting-names');
names.hidden = false;
names.addEventListener('click', e => {
  const name = e.target.closest('[data-name]')?.dataset.name;
  if (!name) return;
  const box = field('words');
  box.setRangeText(`{{${name}}}`, box.selectionStart, box.selectionEnd, 'end');
  box.focus();
  box.dispatchEvent(new Event('input', { bubbles: true }));
});

async function showVoices() {
  const answer = await fetch(`${page.dataset.api}/speech/voices?size=200&language=${encodeURIComponent(field('tongue').value)}`).catch(() => null);
  if (!answer?.ok) return;
  const { items } = await answer.json();
  document.getElementById('voices').replaceChildren(...items.map(voice => new Option(`${voice.label} (${voice.maker})`, voice.name)));
}
field('voice').addEventListener('focus', showVoices, { once: true });

const speaker = button('speak');
if ('speechSynthesis' in window) {
  speaker.addEventListener('click', () => {
    const going = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (going) return;
    const said = new SpeechSynthesisUtterance(part('heard').textContent);
    said.lang = field('tongue').value;
    const label = speaking => {
      speaker.firstElementChild.className = 'pi ' + (speaking ? 'pi-stop' : 'pi-play');
      speaker.lastElementChild.textContent = speaking ? words.stopSpeaking : words.speak;
    };
    said.onstart = () => label(true);
    said.onend = said.onerror = () => label(false);
    speechSynthesis.speak(said);
  });
  addEventListener('pagehide', () => speechSynthesis.cancel());
} else {
  speaker.hidden = true;
}

// A sound, from wherever ------------------------------------------------------------------------------------------------------
const note = page.querySelector('.greeting-said');

/** @param tone warn: it may be kept all the same; bad: it may not */
function say(text, tone = 'bad') {
  note.hidden = !text;
  note.dataset.tone = tone;
  part('said').textContent = text ?? '';
}

/** Judged by its first bytes, as the server does: a name says nothing. */
async function isMp3OrWav(blob) {
  const head = new Uint8Array(await blob.slice(0, 12).arrayBuffer());
  const text = String.fromCharCode(...head);
  return text.startsWith('ID3') || head[0] === 0xff && (head[1] & 0xe6) === 0xe2 || text.startsWith('RIFF') && text.endsWith('WAVE');
}

function mixed(sound) {
  const samples = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    sound.getChannelData(channel).forEach((sample, i) => { samples[i] += sample / sound.numberOfChannels; });
  }
  return samples;
}

/** 16 bits, one channel. */
function wav(samples, rate) {
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const text = (at, letters) => [...letters].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF'); view.setUint32(4, 36 + samples.length * 2, true); text(8, 'WAVEfmt '); view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); view.setUint16(22, 1, true); view.setUint32(24, rate, true); view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true); view.setUint16(34, 16, true); text(36, 'data'); view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, i) => view.setInt16(44 + i * 2, Math.max(-1, Math.min(1, sample)) * 32767, true));
  return new Blob([view], { type: 'audio/wav' });
}

const decoded = async (blob, rate) => new OfflineAudioContext(1, 1, rate).decodeAudioData(await blob.arrayBuffer());

/** What callers would complain about, if anything. */
function flaw(samples) {
  let peak = 0;
  let clipped = 0;
  for (const sample of samples) {
    const loud = Math.abs(sample);
    if (loud > peak) peak = loud;
    if (loud > 0.985) clipped++;
  }
  return peak < 0.01 ? words.silent : peak < 0.1 ? words.quiet : clipped > samples.length / 1000 ? words.clipped : null;
}

let taken = 0;

async function take(blob, title, fresh = false) {
  const mine = ++taken; // a large file takes a while: what was chosen after it counts
  drop();
  part('state').textContent = words.reading;
  if (blob.size > BEYOND) return refuse(fill(words.tooBig, numbers.format(blob.size / 1e6)));
  const asIs = !fresh && blob.size <= most.bytes && await isMp3OrWav(blob);
  // finer than a telephone, as long as it fits
  const rate = most.seconds * 32000 + 44 <= most.bytes ? 16000 : 8000;
  let sound;
  try {
    sound = await decoded(blob, rate);
  } catch {
    if (mine !== taken) return;
    // the server knows kinds of WAV that this browser does not
    return asIs ? offer(blob, blob, title, null) : refuse(words.undecodable);
  }
  if (mine !== taken) return;
  if (sound.duration > most.seconds) return refuse(fill(words.tooLong, numbers.format(sound.duration), most.seconds));
  const samples = mixed(sound);
  const ours = asIs ? blob : wav(samples, rate);
  if (ours.size > most.bytes) return refuse(fill(words.tooBig, numbers.format(ours.size / 1e6)));
  offer(ours, asIs ? blob : ours, title, sound.duration);
  say(flaw(samples), 'warn');
}

function refuse(why) {
  part('state').textContent = '';
  field('file').value = '';
  say(why);
}

const box = page.querySelector('.greeting-candidate');

function offer(upload, heard, title, seconds) {
  candidate = upload;
  part('title').textContent = title;
  part('facts').textContent = [seconds === null ? null : numbers.format(seconds) + ' s', numbers.format(upload.size / 1000) + ' kB'].filter(Boolean).join(' · ');
  box.querySelector('cw-player').sound = heard;
  box.hidden = false;
  part('state').textContent = fill(words.ready, title);
}

function drop() {
  candidate = null;
  box.hidden = true;
  box.querySelector('audio').pause();
  say(null);
}

field('file').addEventListener('change', () => { const [file] = field('file').files; if (file) take(file, file.name); });
button('drop').addEventListener('click', () => { taken++; drop(); field('file').value = ''; button('record').focus(); });

const zone = page.querySelector('.greeting-drop');
for (const news of ['dragenter', 'dragover']) zone.addEventListener(news, e => { e.preventDefault(); zone.dataset.over = 'true'; });
for (const news of ['dragleave', 'drop']) zone.addEventListener(news, () => { delete zone.dataset.over; });
zone.addEventListener('drop', e => {
  e.preventDefault();
  const [file] = e.dataTransfer.files;
  if (file) take(file, file.name);
});

// Recording -------------------------------------------------------------------------------------------------------------------
let recording = null;
let asking = false; // the browser may ask for leave first, and take its time

const shown = seconds => Math.floor(seconds / 60) + ':' + String(Math.floor(seconds % 60)).padStart(2, '0');

function showRecording(on) {
  button('record').hidden = on;
  for (const it of [button('stop'), part('level'), part('clock')]) it.hidden = !on;
  page.querySelector('.greeting-record').dataset.on = on;
}

const REASONS = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'noMicrophone', NotReadableError: 'busyMicrophone' };

async function record() {
  if (asking || recording) return;
  taken++;
  drop();
  if (!navigator.mediaDevices?.getUserMedia || !window.AudioWorkletNode) return say(words.insecure);
  asking = true;
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: false, noiseSuppression: true, autoGainControl: true } });
    await listen(stream);
  } catch (e) {
    stream?.getTracks().forEach(track => track.stop());
    say(words[REASONS[e.name] ?? 'noMicrophone']);
  } finally {
    asking = false;
  }
}

async function listen(stream) {
  const context = new AudioContext();
  await context.audioWorklet.addModule(page.dataset.worklet);
  const node = new AudioWorkletNode(context, 'recorder', { channelCount: 1, channelCountMode: 'explicit' });
  const mine = recording = { stream, context, portions: [], samples: 0 };
  node.port.onmessage = ({ data }) => {
    if (recording !== mine) return;
    mine.portions.push(data);
    mine.samples += data.length;
    part('level').value = data.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), part('level').value * 0.8);
    part('clock').textContent = `${shown(mine.samples / context.sampleRate)} / ${shown(most.seconds)}`;
    if (mine.samples / context.sampleRate >= most.seconds - 0.1) stop();
  };
  // nothing is played back: the node's output is silence, but only what leads somewhere is run
  context.createMediaStreamSource(stream).connect(node).connect(context.destination);
  stream.getAudioTracks()[0].addEventListener('ended', () => { if (recording === mine) stop(); });
  showRecording(true);
  part('state').textContent = words.recording;
  button('stop').focus();
}

async function stop() {
  if (!recording) return;
  const { stream, context, portions, samples } = recording;
  recording = null;
  stream.getTracks().forEach(track => track.stop());
  await context.close();
  showRecording(false);
  button('record').lastElementChild.textContent = words.again;
  if (samples < context.sampleRate / 4) { say(words.nothing); button('record').focus(); return; }
  const all = new Float32Array(samples);
  portions.reduce((at, portion) => { all.set(portion, at); return at + portion.length; }, 0);
  await take(wav(all, context.sampleRate), words.recorded, true);
  box.querySelector('.cw-player-go').focus();
}

button('record').addEventListener('click', record);
button('stop').addEventListener('click', stop);
page.querySelector('.greeting-record').hidden = false;
page.querySelector('.greeting-or').hidden = false;

// Saving a sound: sent here, so that it shows how far it is and stays when it is refused ----------------------------------------------
const progress = page.querySelector('.greeting-progress');

form.addEventListener('submit', e => {
  if (kind() !== 'sound' || !candidate) { candidate = null; return; }
  e.preventDefault();
  const name = field('name');
  const key = field('key').value.trim() || keyOf(name.value);
  name.required = true;
  field('key').required = key === ''; // of a name without a Latin letter no key can be made
  if (!name.reportValidity() || !field('key').reportValidity()) return;
  send(key, name.value.trim());
});

function send(key, name) {
  const request = new XMLHttpRequest();
  request.open('PUT', `${page.dataset.api}/greetings/${encodeURIComponent(key)}/audio?name=${encodeURIComponent(name)}`);
  request.setRequestHeader('X-Callward', '1');
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('Accept-Language', document.documentElement.lang);
  if (isNew) request.setRequestHeader('If-None-Match', '*');
  request.upload.addEventListener('progress', ({ loaded, total }) => { progress.querySelector('progress').value = loaded / total; });
  const end = why => { progress.hidden = true; field('save').disabled = false; say(why); };
  request.addEventListener('error', () => end(words.unreachable));
  request.addEventListener('load', () => {
    if (request.status === 200) {
      candidate = null;
      location.assign(`${page.dataset.page}?key=${encodeURIComponent(key)}&saved=1`);
      return;
    }
    let problem = {};
    try { problem = JSON.parse(request.responseText); } catch { /* not ours */ }
    end(request.status === 401 ? words.signedOut : request.status === 409 ? words.taken
      : problem.errors?.[0]?.message ?? problem.detail ?? words.unreachable);
  });
  say(null);
  progress.hidden = false;
  field('save').disabled = true;
  request.send(candidate);
}

addEventListener('beforeunload', e => { if (candidate || recording) e.preventDefault(); });
