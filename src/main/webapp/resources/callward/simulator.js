// The on-screen telephone: shows what the simulated carrier says and tells it what people do. State comes by a long poll.
// Whole on its own page; compact beside a script's editor (data-script), where calls go through that script's draft.

const page = document.getElementById('simulator');
const api = page.dataset.api;
const script = page.dataset.script ? Number(page.dataset.script) : null;
const compact = script !== null;
const language = document.documentElement.lang;
const $ = id => document.getElementById('sim-' + id);
const words = Object.fromEntries([...document.querySelectorAll('#sim-words dd')].map(dd => [dd.dataset.word, dd.textContent]));
/** Text goes in as it stands, whatever signs are in it. */
const fill = (word, text) => word.replace('%s', () => text);
const template = name => $('t-' + name).content.cloneNode(true);
const part = (root, name) => root.querySelector(`[data-part="${name}"]`);
const remembered = { get: k => { try { return localStorage.getItem('callward.sim.' + k); } catch { return null; } },
  set: (k, v) => { try { localStorage.setItem('callward.sim.' + k, v); } catch { /* not kept */ } } };

// Talking with our server --------------------------------------------------------------------------------------------------
async function ask(method, path, body, type = 'application/json') {
  const answer = await fetch(api + path, { method, headers: { 'X-Callward': '1', Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': type }) },
    body: body === undefined ? undefined : type === 'application/json' ? JSON.stringify(body) : body });
  if (answer.status === 204) return null;
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(json.detail || answer.statusText), { status: answer.status });
  return json;
}
const carrier = (method, path, body, type) => ask(method, '/simulator' + path, body, type);
const act = (sid, what, body) => carrier('POST', `/calls/${sid}/${what}`, body).catch(late);
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
    this.untold = []; // what the person does, in this order, and the carrier does not know yet
    this.telling = false;
    root.addEventListener('click', event => this.clicked(event.target.closest('button')));
    part(root, 'say').addEventListener('submit', event => {
      event.preventDefault();
      const input = event.target.querySelector('input');
      const said = input.value.trim();
      if (said) this.tell(sid => act(sid, 'words', { words: said }));
      input.value = '';
    });
    this.microphone = new Microphone(this, root.querySelector('[data-do="microphone"]'));
  }

  get live() { return this.call && !over(this.call.status); }

  clicked(button) {
    if (!button || !this.live) return;
    if (button.dataset.key) this.press(button.dataset.key);
    if (button.dataset.do === 'hang-up') this.hangUp();
    if (button.dataset.do === 'skip') this.skip();
  }

  press(key) {
    if (!this.live) return;
    speech.hush(this.call.sid);
    this.microphone.stop();
    const last = this.untold.at(-1);
    if (last?.keys && last.sid === this.call.sid) last.keys += key;
    else this.tell((sid, { keys }) => act(sid, 'keys', { keys }), key);
    const button = this.root.querySelector(`[data-key="${CSS.escape(key)}"]`);
    button?.setAttribute('data-hit', '');
    setTimeout(() => button?.removeAttribute('data-hit'), 180);
  }

  hangUp() {
    speech.hush(this.call.sid);
    this.microphone.stop();
    this.tell(sid => act(sid, 'hang-up'));
  }

  /** One after the other: no key may overtake another, nor the words before it. */
  async tell(deed, keys) {
    this.untold.push({ sid: this.call.sid, deed, keys });
    if (this.telling) return;
    this.telling = true;
    for (let next; (next = this.untold.shift());) await next.deed(next.sid, next);
    this.telling = false;
  }

  skip() {
    speech.hush(this.call.sid);
    for (const audio of this.root.querySelectorAll('audio')) audio.pause();
    act(this.call.sid, 'heard', { upTo: this.shown });
  }

  /** The carrier does not know the call any more: its server was started again. */
  lost() {
    this.show({ ...this.call, status: 'failed', ended: new Date().toISOString(), awaited: null }, true);
    const note = document.createElement('div');
    note.dataset.quiet = '';
    note.textContent = words.gone;
    part(this.root, 'heard').append(note);
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
      item.textContent = line.kind === 'CONNECTED' ? fill(kind, line.text) : line.kind === 'ENDED' ? words['status.' + line.text] : kind ?? line.text;
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
    if (this.asking) return; // the browser may ask for leave first, and take its time
    this.asking = true;
    try {
      const sid = this.end.call.sid, stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (!this.end.live || this.end.call.sid !== sid) return stream.getTracks().forEach(track => track.stop());
      const pieces = [];
      this.recorder = new MediaRecorder(stream);
      this.recorder.ondataavailable = event => pieces.push(event.data);
      const stopped = new Promise(stop => { this.recorder.onstop = stop; });
      stopped.then(() => this.handOver()); // it stops by itself, too: when the microphone is pulled out
      this.spoken = async () => {
        await stopped;
        stream.getTracks().forEach(track => track.stop());
        this.recorder = null;
        this.button.setAttribute('aria-pressed', 'false');
        try {
          await carrier('POST', `/calls/${sid}/sound?words=${encodeURIComponent(words.spoken)}`, await telephoneSound(new Blob(pieces)), 'audio/wav');
        } catch (problem) { late(problem); } finally { clearInterval(breath); }
      };
      this.recorder.start();
      this.button.setAttribute('aria-pressed', 'true');
      act(sid, 'speaking');
      const breath = setInterval(() => act(sid, 'speaking'), 2000); // until the carrier has the words, or it takes it for silence
    } catch { trouble(words.noMicrophone); } finally { this.asking = false; }
  }

  /** What was spoken goes before whatever the person does next: a key that ends a message ends it after its last word. */
  stop() {
    if (this.recorder?.state !== 'recording') return;
    this.recorder.stop();
    this.handOver();
  }

  handOver() {
    if (this.spoken) this.end.tell(this.spoken);
    this.spoken = null;
  }
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
const asked = new URLSearchParams(location.search);

$('from').value = remembered.get('from') && !asked.has('from') ? remembered.get('from') : page.dataset.from;

async function dial(order) {
  speech.hush();
  mine = (await carrier('POST', '/calls', order)).sid;
  sessionStorage.setItem('callward.sim.call', mine);
  await look('');
  part(caller.root, 'heard').focus();
  return mine;
}
$('dial').addEventListener('submit', async event => {
  event.preventDefault();
  trouble(null);
  remembered.set('from', $('from').value);
  try {
    if (compact) await warnOfFlaws();
    await dial({ from: $('from').value === words.anonymous ? 'anonymous' : $('from').value, to: $('to').value,
      forwardedFrom: $('forwarded').value || null, at: pretended(), script });
  } catch (problem) { late(problem); }
});

/** A draft may be tried as it is; what is wrong with it is said before somebody wonders. */
async function warnOfFlaws() {
  const flaws = (await ask('GET', `/scripts/${script}/draft`)).problems.filter(p => p.severity === 'ERROR');
  if (flaws.length) trouble(fill(words.draftFlaws, flaws[0].message));
}

// Digits typed while the telephone has the focus, but in no field, are keys of the telephone.
document.addEventListener('keydown', event => {
  const elsewhere = !event.target.closest('#simulator') && (compact || event.target !== document.body);
  if (elsewhere || event.target.closest('input, select, textarea, [contenteditable]')
      || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9*#]$/.test(event.key)) return;
  const phone = event.target.closest('.sim-phone');
  (phone ? phones.get(phone.dataset.number)?.end : caller)?.press(event.key);
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
  if (compact) preferOwnLine(select);
}

/** Of all lines, one that leads to the script at hand. */
async function preferOwnLine(select) {
  try {
    const [lines, own] = await Promise.all([ask('GET', '/lines?size=200'), ask('GET', '/scripts/' + script)]);
    const line = lines.items.find(l => (l.script?.name ?? l.script) === own.name);
    if (line && [...select.options].some(o => o.value === line.number)) select.value = line.number;
  } catch { /* the first one, then */ }
}

ask('GET', '/customers?size=200').then(found => {
  const known = found.items.flatMap(c => c.numbers.map(number => ({ number, name: c.company ? `${c.name}, ${c.company}` : c.name })));
  $('customers').replaceChildren(...[...known, { number: 'anonymous', name: words.anonymous }].map(({ number, name }) => {
    const option = document.createElement('option');
    option.value = number;
    option.label = name;
    return option;
  }));
}, () => { /* whoever may not see customers types the number */ });

// Another time ------------------------------------------------------------------------------------------------------------------
const zones = [...new Set([page.dataset.zone, 'UTC', ...(Intl.supportedValuesOf?.('timeZone') ?? [])])].sort();
$('zone').replaceChildren(...zones.map(zone => new Option(zone.replaceAll('_', ' '), zone)));
$('zone').value = page.dataset.zone;

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function ahead(at, zone) {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
    .formatToParts(at).reduce((all, p) => ({ ...all, [p.type]: Number(p.value) }), {});
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - Math.floor(at / 1000) * 1000;
}

/** The instant in the boxes, or null for now. */
function pretended() {
  if (!$('date').value && !$('time').value) return null;
  const zone = $('zone').value, today = new Date(Date.now() + ahead(Date.now(), zone)).toISOString().slice(0, 10);
  const wall = Date.parse(`${$('date').value || today}T${$('time').value || '09:00'}:00Z`);
  return new Date(wall - ahead(wall - ahead(wall, zone), zone)).toISOString();
}

function spelled(at, zone = $('zone').value) {
  return new Intl.DateTimeFormat(language, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(at))
    + ', ' + zone.replace(/.*\//, '').replaceAll('_', ' ');
}

function showWhen() {
  const at = pretended();
  $('when').textContent = at ? spelled(at) : words.now;
  $('now').hidden = !at;
}
for (const id of ['date', 'time', 'zone']) $(id).addEventListener('input', showWhen);
$('now').addEventListener('click', () => {
  $('date').value = $('time').value = '';
  $('zone').value = page.dataset.zone;
  showWhen();
  $('date').focus();
});
showWhen();

// Everybody's phones --------------------------------------------------------------------------------------------------------------
const phones = new Map(); // by number
const added = new Set();
let devices = [];
const LINGER = 20_000; // how long a call that is over still stands there

ask('GET', '/destinations?size=200').then(found => { devices = found.items.filter(d => d.active); if (last) showPhones(last, true); },
  () => { /* then only those that ring are shown */ });

const deviceOf = number => devices.find(d => d.address === number);
/** Whose phone it is, as people call it. */
const callerOf = call => call.from === 'anonymous' ? words.anonymous : call.from;
const nameOf = number => { const d = deviceOf(number); return !d ? number : d.agentName && !d.label.includes(d.agentName) ? `${d.agentName}, ${d.label}` : d.label; };

function showPhones(state, silently) {
  const now = Date.now();
  const calls = state.calls.filter(c => c.direction !== 'inbound' && (!over(c.status) || now - new Date(c.ended) < LINGER));
  const habits = new Map(state.phones.map(p => [p.number, p.habit]));
  const numbers = [...new Set([...devices.map(d => d.address), ...state.phones.filter(p => p.habit !== 'BY_HAND').map(p => p.number), ...added, ...calls.map(c => c.to)])];
  for (const [number, phone] of phones) {
    if (!numbers.includes(number)) {
      phone.root.remove();
      phones.delete(number);
    }
  }
  for (const number of numbers) (phones.get(number) ?? newPhone(number)).show(calls.filter(c => c.to === number), habits.get(number) ?? 'BY_HAND', silently);
  $('nophones').hidden = numbers.length > 0;
  const ringing = [...phones.values()].filter(p => p.ringing).map(p => nameOf(p.number));
  const text = ringing.length ? fill(words.ringingNow, ringing.join('; ')) : '';
  if ($('ringing').textContent !== text) $('ringing').textContent = text;
}

class Phone {
  constructor(number) {
    this.number = number;
    this.root = template('phone').firstElementChild;
    this.root.dataset.number = number;
    const title = part(this.root, 'name');
    title.id = 'sim-phone-' + number.replace(/\W/g, '-');
    this.root.setAttribute('aria-labelledby', title.id);
    part(this.root, 'buttons').setAttribute('aria-labelledby', title.id);
    part(this.root, 'buttons').addEventListener('click', event => {
      const does = event.target.closest('button')?.dataset.does;
      if (does && this.ringing) act(this.ringing.sid, 'phone', { does });
    });
    this.habit = part(this.root, 'habit');
    this.habit.addEventListener('change', () => carrier('PUT', '/phones/' + encodeURIComponent(number), { does: this.habit.value }).catch(late));
    this.end = new End(part(this.root, 'end'), true);
    $('phones').append(this.root);
  }

  show(calls, habit, silently) {
    const device = deviceOf(this.number), name = nameOf(this.number);
    part(this.root, 'name').textContent = name;
    part(this.root, 'number').textContent = device ? this.number : '';
    this.habit.setAttribute('aria-label', fill(words.habitOf, name));
    if (document.activeElement !== this.habit) this.habit.value = habit;
    const found = state => calls.findLast(c => c.status === state);
    this.ringing = calls.find(c => c.status === 'ringing');
    const shown = found('in-progress') ?? this.ringing ?? calls.at(-1);
    const state = this.ringing ? 'ringing' : found('in-progress') ? 'talking' : shown ? 'over' : 'idle';
    const badge = part(this.root, 'state');
    badge.textContent = state === 'ringing' ? words['status.ringing'] : shown ? words['status.' + shown.status] ?? shown.status : words.idle;
    badge.dataset.tone = { ringing: 'info', talking: 'good' }[state] ?? 'quiet';
    this.root.dataset.state = state;
    const from = part(this.root, 'from');
    from.hidden = !shown;
    from.textContent = shown ? fill(words.callFrom, callerOf(this.ringing ?? shown)) : '';
    const buttons = part(this.root, 'buttons');
    const hadFocus = buttons.contains(document.activeElement);
    for (const button of buttons.querySelectorAll('button')) button.disabled = !this.ringing;
    const end = part(this.root, 'end');
    end.hidden = !shown || shown.status === 'ringing' || shown.status === 'queued';
    if (shown) this.end.show(shown, silently);
    if (hadFocus && !this.ringing) (end.hidden ? this.root : part(end, 'heard').hidden ? this.root : part(end, 'heard')).focus();
  }
}

function newPhone(number) {
  const phone = new Phone(number);
  phones.set(number, phone);
  return phone;
}

$('newphone').addEventListener('submit', event => {
  event.preventDefault();
  const number = $('newnumber').value.replace(/[ ().-]/g, '');
  carrier('PUT', '/phones/' + encodeURIComponent(number), { does: 'BY_HAND' }).then(() => {
    trouble(null);
    added.add(number);
    $('newnumber').value = '';
    showPhones(last, true);
    phones.get(number)?.root.focus();
  }, late);
});

// What was said, heard and pressed ---------------------------------------------------------------------------------------------------
function linesOf(call, legs) {
  const at = text => Math.max(0, Math.round((new Date(text) - new Date(call.created)) / 1000));
  const told = (leg, who) => leg.lines.flatMap(line => {
    const say = (speaker, text) => [{ at: at(line.at), who: speaker, text, key: line.kind }];
    switch (line.kind) {
      case 'SPEECH': return say(words.system, fill(words.says, line.text));
      case 'SOUND': return say(words.system, fill(words.plays, line.text));
      case 'TONE': case 'MUSIC': return say(words.system, words['kind.' + line.kind]);
      case 'SAID': return say(who, fill(words.says, line.text));
      case 'PRESSED': return say(who, fill(words.presses, line.text));
      case 'CONNECTED': return leg === call ? say(who, fill(words['kind.CONNECTED'], nameOf(line.text))) : [];
      case 'ENDED': return say(who, words['status.' + line.text] ?? line.text);
      case 'NOTE': return say(words.system, line.text);
      default: return []; // what the other end says stands there already
    }
  });
  const rings = legs.map(leg => ({ at: at(leg.created), who: nameOf(leg.to), text: words.rings, key: 'RINGS' }));
  const all = [...told(call, words.callerIs), ...rings, ...legs.flatMap(leg => told(leg, nameOf(leg.to)))].sort((a, b) => a.at - b.at);
  return all.reduce((merged, line) => {
    const before = merged.at(-1);
    if (line.key === 'PRESSED' && before?.key === 'PRESSED' && before.who === line.who) { // keys pressed in a row are one number
      before.keys += line.text.replace(fill(words.presses, ''), '');
      before.text = fill(words.presses, before.keys);
    } else merged.push({ ...line, keys: line.key === 'PRESSED' ? line.text.replace(fill(words.presses, ''), '') : '' });
    return merged;
  }, []);
}

const seconds = s => `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
let transcript = '';

function showTranscript(state) {
  const call = caller.call;
  if (!call) return;
  const legs = state.calls.filter(c => c.parent === call.sid);
  const key = JSON.stringify([call.sid, call.lines.length, devices.length, legs.map(l => [l.sid, l.lines.length])]);
  const list = $('transcript');
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  const lines = linesOf(call, legs);
  const atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 8;
  list.replaceChildren(...lines.map(line => {
    const item = document.createElement('li'), time = document.createElement('span'), who = document.createElement('b'), text = document.createElement('span');
    time.className = 'cw-num cw-quiet';
    time.textContent = seconds(line.at);
    who.textContent = line.who;
    text.textContent = line.text;
    item.append(time, ' ', who, ' ', text);
    return item;
  }));
  if (atEnd) list.scrollTop = list.scrollHeight;
  transcript = [about(call), ...lines.map(line => `${seconds(line.at)}  ${line.who}: ${line.text}`)].join('\n') + '\n';
  $('notranscript').hidden = lines.length > 0;
  $('copy').hidden = lines.length === 0;
}

/** The carrier tells our server of the end of a call a moment later than us. */
async function patiently(what, tries = 20) {
  try { return await what(); } catch (problem) {
    if (problem.status !== 409 || tries === 0) throw problem;
    await rest(600);
    return patiently(what, tries - 1);
  }
}

// A call that is over can become a test of its script.
let savedCall = null;
function showTesting() {
  if (!$('test')) return;
  const done = caller.call && over(caller.call.status) && caller.call.answered;
  $('test').hidden = !done || savedCall === caller.call.sid;
  $('saved').hidden = !done || savedCall !== caller.call.sid;
}
$('test')?.addEventListener('click', async () => {
  const { sid } = caller.call;
  $('test').disabled = true;
  try {
    const saved = await patiently(() => ask('POST', `/calls/${sid}/test`, { name: null }));
    savedCall = sid;
    $('saved').href = `${page.dataset.pages ?? ''}/scripts/tests?id=${saved.script}`;
    showTesting();
    $('saved').focus();
  } catch (problem) { trouble(problem.status === 401 ? words.session : problem.message); }
  $('test').disabled = false;
});

/** Who calls whom, and what the call pretends. */
function about(call) {
  return [`${callerOf(call)} → ${call.to}`, call.forwardedFrom && fill(words.forwardedFrom, call.forwardedFrom),
    call.at && fill(words.pretends, spelled(call.at)), call.script && words.draft].filter(Boolean).join(' · ');
}

$('copy').addEventListener('click', async () => {
  const label = $('copy').lastElementChild;
  try {
    await navigator.clipboard.writeText(transcript);
    label.textContent = words.copied;
    setTimeout(() => { label.textContent = words.copy; }, 2000);
  } catch { // no clipboard here: what is selected can be copied by hand
    getSelection().selectAllChildren($('transcript'));
  }
});

// The log of webhooks, texts, complaints --------------------------------------------------------------------------------------------
const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
let newestWebhook = 0;

function showLog(webhooks) {
  if (webhooks.length && webhooks[0].number < newestWebhook) { // the carrier has begun to count again
    newestWebhook = 0;
    $('log').replaceChildren();
  }
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
    const whole = await carrier('GET', '/webhooks/' + webhook.number);
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
const listeners = new Set(); // who wants to know of every state

function show(state, silently = false) {
  last = state;
  showNumbers(state.numbers);
  const call = state.calls.find(c => c.sid === mine) ?? (compact ? undefined : state.calls.findLast(c => c.direction === 'inbound' && !over(c.status)));
  if (call && (call.sid === mine || !caller.live)) caller.show(call, silently);
  if (caller.live && !state.calls.some(c => c.sid === caller.call.sid)) caller.lost();
  $('dial').hidden = Boolean(caller.live);
  $('who').hidden = !caller.call;
  $('who').textContent = caller.call ? about(caller.call) : '';
  showPhones(state, silently);
  showTranscript(state);
  showTesting();
  showLog(state.webhooks);
  showList('texts', state.texts, text => [text.body, `${text.from} → ${text.to} · ${text.status} · ${clock.format(new Date(text.at))}`]);
  showList('alerts', state.alerts, alert => [`${alert.code} ${alert.message}`, [alert.url, clock.format(new Date(alert.at))].filter(Boolean).join(' · ')]);
  for (const listener of listeners) listener(state);
}

setInterval(() => {
  caller.tick();
  for (const phone of phones.values()) phone.end.tick();
  if (last) showPhones(last, true);
}, 1000);

if (page.dataset.replay) {
  import(page.dataset.replayer).then(module => module.replay({ sid: page.dataset.replay, page, $, ask, act, dial, trouble, skip: () => caller.skip(), spelled, words, fill, over,
    follow: listener => { listeners.add(listener); if (last) listener(last); return () => listeners.delete(listener); } }));
}

/**
 * Shows what the carrier answers, unless a newer answer was shown meanwhile: an older one may not know the call that was just dialled.
 * A carrier that was started again counts from the beginning; nothing newer is shown meanwhile then.
 */
async function look(query, silently = false) {
  const before = last, state = await carrier('GET', query);
  if (last === before || state.version >= last.version) show(state, silently);
  return state;
}

const rest = millis => new Promise(done => setTimeout(done, millis));
let lost = false;
for (;;) {
  const began = Date.now();
  try {
    const known = last?.version;
    const state = await look(last ? '?since=' + known : '', known === undefined); // what was said before the page was here is not said again
    if (lost) trouble(null);
    lost = false;
    // an answer at once without news means that too many pages wait already
    await rest(state.version !== known ? 60 : Date.now() - began < 1000 ? 1000 : 0);
  } catch (problem) {
    lost = true;
    trouble(problem.status === 401 || problem.status === 403 ? words.session : words.lost);
    await rest(2000);
  }
}
