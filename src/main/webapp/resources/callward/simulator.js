// The page of telephones: shows what the simulated carrier says and tells it what people do. State comes by a long poll.

const page = document.getElementById('simulator');
const api = page.dataset.api;
const $ = id => document.getElementById('sim-' + id);
const words = Object.fromEntries([...document.querySelectorAll('#sim-words dd')].map(dd => [dd.dataset.word, dd.textContent]));
const template = name => $('t-' + name).content.cloneNode(true);
const part = (root, name) => root.querySelector(`[data-part="${name}"]`);
const remembered = { get: k => { try { return localStorage.getItem('callward.sim.' + k); } catch { return null; } },
  set: (k, v) => { try { localStorage.setItem('callward.sim.' + k, v); } catch { /* not kept */ } } };

// Talking with the carrier ------------------------------------------------------------------------------------------------
async function ask(method, path, body, type = 'application/json') {
  const answer = await fetch(api + path, { method, headers: { 'X-Callward': '1', Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': type }) },
    body: body === undefined ? undefined : type === 'application/json' ? JSON.stringify(body) : body });
  if (answer.status === 204) return null;
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(json.detail || answer.statusText), { status: answer.status });
  return json;
}
const act = (sid, what, body) => ask('POST', `/calls/${sid}/${what}`, body).catch(late);
// what came too late, because the call is over, is no trouble: the state will show it
const late = problem => { if (problem.status !== 409) trouble(problem.status === 401 || problem.status === 403 ? words.session : problem.message); };

function trouble(text) {
  $('trouble').hidden = !text;
  $('trouble').lastElementChild.textContent = text ?? '';
}

// The loudspeaker ---------------------------------------------------------------------------------------------------------
const speech = {
  muted: remembered.get('muted') === 'true',
  queue: [],
  busy: false,
  say(call, line) {
    if (this.muted || !('speechSynthesis' in window) || speechSynthesis.getVoices().length === 0) return; // the carrier counts the seconds itself
    this.queue.push({ sid: call.sid, line });
    this.next();
  },
  next() {
    if (this.busy || this.queue.length === 0) return;
    const { sid, line } = this.queue.shift();
    const utterance = new SpeechSynthesisUtterance(line.text);
    utterance.lang = line.language || 'en-US';
    utterance.onend = utterance.onerror = event => {
      this.busy = false;
      if (event.type === 'end') act(sid, 'heard', { upTo: line.number });
      this.next();
    };
    this.busy = true;
    speechSynthesis.speak(utterance);
  },
  hush(sid) {
    this.queue = sid ? this.queue.filter(q => q.sid !== sid) : [];
    this.busy = false;
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  },
};
if ('speechSynthesis' in window) speechSynthesis.getVoices(); // some browsers load them only when asked
const muteButton = $('mute');
function showMute() {
  muteButton.setAttribute('aria-pressed', String(speech.muted));
  muteButton.firstElementChild.className = 'pi ' + (speech.muted ? 'pi-volume-off' : 'pi-volume-up');
}
muteButton.addEventListener('click', () => {
  speech.muted = !speech.muted;
  remembered.set('muted', speech.muted);
  if (speech.muted) {
    speech.hush();
    for (const audio of document.querySelectorAll('.sim-heard audio')) audio.pause();
  }
  showMute();
});
showMute();

// One end of a call: what is heard, keys, words, hang up ------------------------------------------------------------------------
class End {
  constructor(root, isPhone = false) {
    this.root = root;
    this.isPhone = isPhone;
    root.append(template('end'));
    this.call = null;
    this.shown = 0;
    root.addEventListener('click', event => this.clicked(event.target.closest('button')));
    part(root, 'say').addEventListener('submit', event => {
      event.preventDefault();
      const input = event.target.querySelector('input');
      if (input.value.trim()) act(this.call.sid, 'words', { words: input.value.trim() });
      input.value = '';
    });
    this.microphone = new Microphone(this, root.querySelector('[data-do="microphone"]'));
  }

  get live() { return this.call && !over(this.call.status); }

  clicked(button) {
    if (!button || !this.live) return;
    if (button.dataset.key) this.press(button.dataset.key);
    if (button.dataset.do === 'hang-up') { speech.hush(this.call.sid); act(this.call.sid, 'hang-up'); }
    if (button.dataset.do === 'skip') this.skip();
  }

  press(key) {
    if (!this.live) return;
    speech.hush(this.call.sid);
    act(this.call.sid, 'keys', { keys: key });
    const button = this.root.querySelector(`[data-key="${CSS.escape(key)}"]`);
    button?.setAttribute('data-hit', '');
    setTimeout(() => button?.removeAttribute('data-hit'), 180);
  }

  skip() {
    speech.hush(this.call.sid);
    for (const audio of this.root.querySelectorAll('audio')) audio.pause();
    act(this.call.sid, 'heard', { upTo: this.shown });
  }

  show(call, silently) {
    const heard = part(this.root, 'heard');
    if (this.call?.sid !== call.sid) {
      heard.replaceChildren();
      this.shown = 0;
    }
    const ended = this.live && over(call.status);
    this.call = call;
    // a phone's badge says already how its call ended
    for (const line of call.lines.filter(l => l.number > this.shown && !(this.isPhone && l.kind === 'ENDED'))) this.line(heard, call, line, silently);
    this.shown = call.lines.length;
    if (ended) { speech.hush(call.sid); this.microphone.stop(); }
    heard.hidden = heard.children.length === 0;
    part(this.root, 'live').hidden = !this.live || call.status === 'ringing' && call.direction !== 'inbound';
    const status = part(this.root, 'status');
    status.textContent = words['status.' + call.status] ?? call.status;
    status.dataset.tone = { 'in-progress': 'good', ringing: 'info', queued: 'quiet', completed: 'quiet' }[call.status] ?? 'warn';
    this.tick();
  }

  line(list, call, line, silently) {
    const item = document.createElement('div');
    const kind = words['kind.' + line.kind];
    const label = text => { const small = document.createElement('small'); small.textContent = text; item.append(small); };
    if (line.kind === 'SPEECH') {
      item.textContent = line.text;
      if (line.language) item.lang = line.language;
    } else if (line.kind === 'SOUND') {
      label(kind);
      const audio = document.createElement('audio');
      audio.controls = true;
      audio.src = line.text;
      audio.addEventListener('ended', () => act(call.sid, 'heard', { upTo: line.number }));
      item.append(audio);
      if (!silently && !speech.muted) audio.play().catch(() => { /* the browser wants a click first */ });
    } else if (['TONE', 'RINGING', 'MUSIC', 'CONNECTED', 'ENDED', 'NOTE'].includes(line.kind)) {
      item.dataset.quiet = '';
      item.textContent = line.kind === 'CONNECTED' ? kind.replace('%s', line.text) : line.kind === 'ENDED' ? words['status.' + line.text] : kind ?? line.text;
      if (line.kind === 'TONE' && !silently && !speech.muted) beep();
    } else {
      if (['SAID', 'PRESSED'].includes(line.kind)) item.dataset.mine = '';
      item.dataset.kind = line.kind;
      label(kind);
      item.append(line.text);
    }
    const before = list.lastElementChild;
    if (line.kind === 'PRESSED' && before?.dataset.kind === 'PRESSED') before.append(line.text); // keys pressed in a row are one number
    else list.append(item);
    list.scrollTop = list.scrollHeight;
    if (line.kind === 'SPEECH' && !silently) speech.say(call, line);
  }

  tick() {
    if (!this.call) return;
    const from = this.call.answered && new Date(this.call.answered);
    const seconds = from ? Math.max(0, Math.floor(((this.call.ended ? new Date(this.call.ended) : new Date()) - from) / 1000)) : null;
    part(this.root, 'time').textContent = seconds === null ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}

const over = status => ['completed', 'busy', 'failed', 'no-answer', 'canceled'].includes(status);

let sounds;
function beep() {
  try {
    sounds ??= new AudioContext();
    const tone = sounds.createOscillator(), volume = sounds.createGain();
    tone.frequency.value = 1000;
    volume.gain.value = .15;
    tone.connect(volume).connect(sounds.destination);
    tone.start();
    tone.stop(sounds.currentTime + .35);
  } catch { /* no sound here */ }
}

// The microphone: what is spoken becomes a telephone's WAV file -----------------------------------------------------------------
class Microphone {
  constructor(end, button) {
    this.end = end;
    this.button = button;
    button.hidden = !navigator.mediaDevices || !window.MediaRecorder;
    button.addEventListener('click', () => this.recorder ? this.stop() : this.start());
  }

  async start() {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const pieces = [], sid = this.end.call.sid;
      this.recorder = new MediaRecorder(stream);
      this.recorder.ondataavailable = event => pieces.push(event.data);
      this.recorder.onstop = async () => {
        stream.getTracks().forEach(track => track.stop());
        clearInterval(this.breath);
        this.recorder = null;
        this.button.setAttribute('aria-pressed', 'false');
        try {
          await ask('POST', `/calls/${sid}/sound?words=${encodeURIComponent(words.spoken)}`, await telephoneSound(new Blob(pieces)), 'audio/wav');
        } catch (problem) { late(problem); }
      };
      this.recorder.start();
      this.button.setAttribute('aria-pressed', 'true');
      act(sid, 'speaking');
      this.breath = setInterval(() => act(sid, 'speaking'), 2000); // or the carrier takes it for silence
    } catch { trouble(words.noMicrophone); }
  }

  stop() { if (this.recorder?.state === 'recording') this.recorder.stop(); }
}

async function telephoneSound(blob) {
  const studio = new AudioContext();
  const sound = await studio.decodeAudioData(await blob.arrayBuffer());
  studio.close();
  const line = new OfflineAudioContext(1, Math.max(1, Math.ceil(sound.duration * 8000)), 8000);
  const source = line.createBufferSource();
  source.buffer = sound;
  source.connect(line.destination);
  source.start();
  const samples = (await line.startRendering()).getChannelData(0);
  const file = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const text = (at, s) => [...s].forEach((c, i) => file.setUint8(at + i, c.charCodeAt(0)));
  text(0, 'RIFF'); file.setUint32(4, 36 + samples.length * 2, true); text(8, 'WAVEfmt '); file.setUint32(16, 16, true); file.setUint16(20, 1, true);
  file.setUint16(22, 1, true); file.setUint32(24, 8000, true); file.setUint32(28, 16000, true); file.setUint16(32, 2, true); file.setUint16(34, 16, true);
  text(36, 'data'); file.setUint32(40, samples.length * 2, true);
  samples.forEach((s, i) => file.setInt16(44 + i * 2, Math.max(-1, Math.min(1, s)) * 32767, true));
  return file.buffer;
}

// The caller -----------------------------------------------------------------------------------------------------------------
const caller = new End($('caller'));
part(caller.root, 'live').hidden = part(caller.root, 'heard').hidden = true;
part(caller.root, 'status').textContent = words.idle;
let mine = sessionStorage.getItem('callward.sim.call');

$('from').value = remembered.get('from') && !new URLSearchParams(location.search).has('from') ? remembered.get('from') : page.dataset.from;
$('dial').addEventListener('submit', async event => {
  event.preventDefault();
  trouble(null);
  speech.hush();
  try {
    remembered.set('from', $('from').value);
    mine = (await ask('POST', '/calls', { from: $('from').value, to: $('to').value })).sid;
    sessionStorage.setItem('callward.sim.call', mine);
    show(await ask('GET', ''));
    part(caller.root, 'heard').focus();
  } catch (problem) { late(problem); }
});

// Digits typed anywhere but in a field are keys of the caller's telephone.
document.addEventListener('keydown', event => {
  const inField = event.target.closest('input, select, textarea, [contenteditable]');
  if (inField || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9*#]$/.test(event.key)) return;
  const phone = event.target.closest('.sim-phone');
  (phone ? phones.get(phone.dataset.sid)?.end : caller)?.press(event.key);
});

function showNumbers(numbers) {
  const select = $('to');
  const key = JSON.stringify(numbers);
  if (select.dataset.key === key) return;
  const chosen = select.value || page.dataset.to;
  select.dataset.key = key;
  select.replaceChildren(...numbers.map(n => new Option(n.name && n.name !== n.number ? `${n.number} – ${n.name}` : n.number, n.number)));
  if (numbers.some(n => n.number === chosen)) select.value = chosen;
  $('nonumber').hidden = numbers.length > 0;
  $('call').disabled = numbers.length === 0;
}

// The phones that ring ----------------------------------------------------------------------------------------------------------
const phones = new Map();
const LINGER = 20_000; // how long a call that is over still stands there

function showPhones(calls, silently) {
  const now = Date.now();
  const wanted = calls.filter(c => c.direction !== 'inbound' && (!over(c.status) || now - new Date(c.ended) < LINGER));
  for (const [sid, phone] of phones) {
    if (!wanted.some(c => c.sid === sid)) {
      phone.root.remove();
      phones.delete(sid);
    }
  }
  for (const call of wanted) {
    const phone = phones.get(call.sid) ?? newPhone(call);
    phone.root.dataset.state = over(call.status) ? 'over' : call.status === 'in-progress' ? 'talking' : 'ringing';
    part(phone.root, 'buttons').hidden = phone.root.dataset.state !== 'ringing';
    phone.end.show(call, silently);
  }
  $('noringing').hidden = wanted.length > 0;
}

function newPhone(call) {
  const root = template('phone').firstElementChild;
  root.dataset.sid = call.sid;
  root.dataset.number = call.to;
  part(root, 'number').textContent = call.to;
  part(root, 'number').id = 'sim-phone-' + call.sid;
  root.setAttribute('aria-labelledby', 'sim-phone-' + call.sid);
  part(root, 'buttons').setAttribute('aria-labelledby', 'sim-phone-' + call.sid);
  part(root, 'from').textContent = words.callFrom.replace('%s', call.from);
  part(root, 'buttons').addEventListener('click', event => {
    const does = event.target.closest('button')?.dataset.does;
    if (does) act(call.sid, 'phone', { does });
  });
  const phone = { root, end: new End(part(root, 'end'), true) };
  phones.set(call.sid, phone);
  $('ringing').append(root);
  return phone;
}

// What phones do by themselves ----------------------------------------------------------------------------------------------------
function showHabits(known) {
  const list = $('habits');
  for (const { number, habit } of known) {
    let item = [...list.children].find(li => li.dataset.number === number);
    if (!item) {
      item = template('habit').firstElementChild;
      item.dataset.number = number;
      part(item, 'number').textContent = number;
      const select = item.querySelector('select');
      select.setAttribute('aria-label', number);
      select.addEventListener('change', () => ask('PUT', '/phones/' + encodeURIComponent(number), { does: select.value }).catch(late));
      list.append(item);
    }
    const select = item.querySelector('select');
    if (document.activeElement !== select) select.value = habit;
  }
}
$('newhabit').addEventListener('submit', event => {
  event.preventDefault();
  const number = $('habitnumber').value.trim();
  ask('PUT', '/phones/' + encodeURIComponent(number), { does: 'BY_HAND' }).then(() => { trouble(null); $('habitnumber').value = ''; }, late);
});

// The log of webhooks, texts, complaints --------------------------------------------------------------------------------------------
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium' });
let newestWebhook = 0;

function showLog(webhooks) {
  for (const webhook of webhooks.filter(w => w.number > newestWebhook).sort((a, b) => a.number - b.number)) {
    newestWebhook = webhook.number;
    $('log').prepend(logged(webhook));
  }
  while ($('log').children.length > 100) $('log').lastElementChild.remove();
  $('nolog').hidden = $('log').children.length > 0;
}

function logged(webhook) {
  const item = template('webhook').firstElementChild;
  const time = item.querySelector('time');
  time.dateTime = webhook.at;
  time.textContent = clock.format(new Date(webhook.at));
  part(item, 'purpose').textContent = webhook.purpose;
  part(item, 'path').textContent = `${webhook.method} ${webhook.path}`;
  const status = part(item, 'status');
  status.textContent = webhook.status || webhook.error;
  status.toggleAttribute('data-bad', webhook.status < 200 || webhook.status > 299);
  part(item, 'millis').textContent = `${webhook.millis} ms`;
  item.querySelector('details').addEventListener('toggle', () => detail(webhook, part(item, 'detail')), { once: true });
  return item;
}

async function detail(webhook, box) {
  try {
    const whole = await ask('GET', '/webhooks/' + webhook.number);
    const parameters = Object.entries(whole.parameters).flatMap(([name, values]) => values.map(value => `${name} = ${value}`)).join('\n');
    for (const [title, text] of [[words.parameters, parameters], [words.answer, [whole.error, whole.contentType, whole.answer].filter(Boolean).join('\n')]]) {
      const heading = document.createElement('h3'), pre = document.createElement('pre'), section = document.createElement('div');
      heading.textContent = title;
      pre.textContent = text || '–';
      pre.tabIndex = 0;
      section.append(heading, pre);
      box.append(section);
    }
  } catch (problem) { box.textContent = problem.message; }
}

function showList(name, entries, lines) {
  const list = $(name);
  const key = JSON.stringify(entries);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(...entries.map(entry => {
    const item = document.createElement('li'), small = document.createElement('small');
    const [main, more] = lines(entry);
    item.textContent = main;
    small.textContent = more;
    item.append(small);
    return item;
  }));
  $('no' + name).hidden = entries.length > 0;
}

// The loop ----------------------------------------------------------------------------------------------------------------------
let last;

function show(state, silently = false) {
  last = state;
  showNumbers(state.numbers);
  const call = state.calls.find(c => c.sid === mine) ?? state.calls.findLast(c => c.direction === 'inbound' && !over(c.status));
  if (call && (call.sid === mine || !caller.live)) caller.show(call, silently);
  $('dial').hidden = Boolean(caller.live);
  $('who').hidden = !caller.call;
  $('who').textContent = caller.call ? `${caller.call.from} → ${caller.call.to}` : '';
  showPhones(state.calls, silently);
  showHabits(state.phones);
  showLog(state.webhooks);
  showList('texts', state.texts, text => [text.body, `${text.from} → ${text.to} · ${text.status} · ${clock.format(new Date(text.at))}`]);
  showList('alerts', state.alerts, alert => [`${alert.code} ${alert.message}`, [alert.url, clock.format(new Date(alert.at))].filter(Boolean).join(' · ')]);
}

setInterval(() => {
  caller.tick();
  for (const phone of phones.values()) phone.end.tick();
  if (last) showPhones(last.calls, true);
}, 1000);

const rest = millis => new Promise(done => setTimeout(done, millis));
let lost = false;
for (let first = true; ; first = false) {
  const asked = Date.now();
  try {
    const state = await ask('GET', first ? '' : '?since=' + last.version);
    const news = !last || state.version !== last.version;
    if (lost) trouble(null);
    lost = false;
    show(state, first);
    // an answer at once without news means that too many pages wait already
    await rest(news ? 60 : Date.now() - asked < 1000 ? 1000 : 0);
  } catch (problem) {
    lost = true;
    trouble(problem.status === 401 || problem.status === 403 ? words.session : words.lost);
    await rest(2000);
    if (!last) first = true;
  }
}
