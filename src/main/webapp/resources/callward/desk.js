// Callers pop up here, on every page; on the desk itself they stay, beside the calls that go on. What is pushed is a hint: whenever the
// socket says hello, and with each beat where the board is shown, the truth is read anew. Everything shown is set as text, never as markup.
const pops = document.getElementById('pops');
const onDesk = document.getElementById('desk') !== null;
const shows = document.getElementById('board') !== null;
const place = onDesk ? document.getElementById('desk-pops') : pops;
const wire = document.getElementById('desk-wire');
const said = document.getElementById('pops-said');
const words = pops.dataset;
const root = words.root ?? ''; // an empty attribute is left out
const language = document.documentElement.lang;
const states = {
  RINGING: ['info', words.ringing], ANSWERED: ['good', words.answered], UNANSWERED: ['warn', words.unanswered],
  MESSAGE: ['info', words.message], HANDED_OVER: ['quiet', words.handedOver], GOING: ['good', words.going], OVER: ['quiet', words.over],
};
const cards = new Map();
const latest = new Map(); // what the board said last of a call; null once it is over
const SILENCE = 50_000;
const MOST_CARDS = 40;
const MOST_KNOWN = 500;

// What was put away stays away on the next page, too.
const away = {
  key: 'callward.desk.away',
  ids() { try { return JSON.parse(sessionStorage.getItem(this.key)) ?? []; } catch { return []; } },
  has(id) { return this.ids().includes(id); },
  drop(id) { try { sessionStorage.setItem(this.key, JSON.stringify(this.ids().filter(one => one !== id))); } catch { /* stays away, a pity */ } },
  add(id) { try { sessionStorage.setItem(this.key, JSON.stringify([...this.ids(), id].slice(-100))); } catch { /* comes back, no harm */ } },
};

function clock(instant) {
  const at = new Date(instant);
  return isNaN(at) ? '' : new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at);
}

/** A page to open: ours, or another helpdesk's; anything else is none. */
function page(link) {
  try {
    const url = new URL(link, location.origin);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

function put(shape, attribute, name, text) {
  const element = shape.querySelector(`[${attribute}="${name}"]`);
  element.textContent = text ?? '';
  element.hidden = !text;
  return element;
}

function lead(anchor, link) {
  const url = page(link) ?? page(root + '/calls');
  anchor.href = url.origin === location.origin ? root + url.pathname + url.search + url.hash : url.href;
  if (url.origin !== location.origin) {
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
  }
}

const caller = pop => pop.caller && pop.caller !== 'anonymous' ? pop.caller : words.anonymous;
const who = pop => pop.customer?.name ?? caller(pop);

function ticketLine(pop) {
  return pop.ticket ? [words.ticket, pop.ticket.number, pop.ticket.title && '– ' + pop.ticket.title].filter(Boolean).join(' ') : '';
}

function show(pop, fresh) {
  if (away.has(pop.call)) return;
  let card = cards.get(pop.call);
  if (!card) {
    card = document.getElementById('pop-shape').content.firstElementChild.cloneNode(true);
    card.dataset.call = pop.call;
    card.querySelector('[data-pop="away"]').addEventListener('click', () => {
      away.add(pop.call);
      remove(pop.call);
    });
    card.querySelector('[data-pop="open"]').addEventListener('click', () => followed(pop.call));
    card.querySelector('[data-pop="back"]').dataset.call = pop.call;
    if (fresh) card.dataset.new = '';
    cards.set(pop.call, card);
    const later = [...place.querySelectorAll('.desk-pop')].find(other => (other.dataset.at ?? '') < pop.at);
    card.dataset.at = pop.at;
    place.insertBefore(card, later ?? (onDesk ? null : said));
    if (cards.size > MOST_CARDS) remove(place.querySelector('.desk-pop:last-of-type').dataset.call);
  }
  put(card, 'data-pop', 'who', who(pop));
  put(card, 'data-pop', 'ticket', ticketLine(pop));
  put(card, 'data-pop', 'caller', pop.customer ? caller(pop) : '');
  put(card, 'data-pop', 'line', pop.line);
  card.dataset.caller = pop.caller ?? 'anonymous';
  put(card, 'data-pop', 'at', clock(pop.at)).dateTime = pop.at;
  put(card, 'data-pop', 'phones', (pop.ringing ?? []).join(', '));
  put(card, 'data-pop', 'sent', pop.sent && (pop.sent.back ? words.cameBack.replace('{0}', pop.sent.back) : (pop.sent.asks ? words.asked : words.sent).replace('{0}', pop.sent.by)));
  put(card, 'data-pop', 'note', pop.sent?.note);
  const open = put(card, 'data-pop', 'open', pop.ticket?.url ? words.openTicket : pop.customer?.url ? words.openCustomer : words.openCall);
  lead(open, pop.link);
  if (fresh) announce(pop, open.href);
}

/** Stands in the call's record; that the page is being left does not stop it. */
function followed(call) {
  fetch(`${root}/api/v1/desk/pop-ups/${encodeURIComponent(call)}/opened`, { method: 'POST', keepalive: true, headers: { 'X-Callward': '1' }, credentials: 'same-origin' })
    .catch(() => { /* the record lacks a line */ });
}

function announce(pop, link) {
  const sentence = [words.calls.replace('{0}', who(pop)), ticketLine(pop)].filter(Boolean).join('. ');
  said.textContent = sentence;
  if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
    const note = new Notification(words.calls.replace('{0}', who(pop)), { body: ticketLine(pop) || pop.line || '', tag: pop.call });
    note.addEventListener('click', () => { focus(); followed(pop.call); location.assign(link); });
  }
}

function remove(call) {
  cards.get(call)?.remove();
  cards.delete(call);
}

/** Who talks to the caller may send him on, and who oversees the calls. */
const maySend = call => call.phase === 'TALKING' && !call.asks && (words.oversees === 'true' || (!!call.agent && call.agent === words.me));

function mark(call, state, by) {
  const card = cards.get(call);
  if (!card) return;
  if (state !== 'ANSWERED') card.querySelector('[data-transfer]').hidden = true;
  if (state === 'OVER' && !onDesk) {
    remove(call);
    return;
  }
  const [tone, text] = states[state] ?? states.GOING;
  card.dataset.state = state;
  card.querySelector('[data-pop="ringing"]').hidden = state !== 'RINGING';
  card.querySelector('[data-pop="back"]').hidden = !['OVER', 'MESSAGE', 'UNANSWERED'].includes(state) || card.dataset.caller === 'anonymous';
  put(card, 'data-pop', 'state', text.replace('{0}', by ?? '')).dataset.tone = tone;
}

/** Where the board says that a call stands. Whether it rang in vain, or left a message, only the news of it tells. */
function follow(call) {
  const state = { TALKING: 'ANSWERED', RINGING: 'RINGING' }[call.phase];
  const before = cards.get(call.id)?.dataset.state;
  const card = cards.get(call.id);
  know(call.id, call);
  if (card) card.querySelector('[data-transfer]').hidden = !maySend(call);
  if (state) mark(call.id, state, call.with);
  else if (!before || before === 'RINGING' || before === 'ANSWERED') mark(call.id, 'GOING');
}

function know(id, call) {
  latest.delete(id);
  latest.set(id, call);
  if (latest.size > MOST_KNOWN) latest.delete(latest.keys().next().value);
}

function ended(id) {
  know(id, null);
  mark(id, 'OVER');
}

/** Pop-ups and the board come by ways of their own: somebody may have picked up, and all may be over, before it is told that it rings. */
function rings({ call: id, at }) {
  const call = latest.get(id);
  if (call === null) mark(id, 'OVER');
  else if (call?.phase === 'TALKING' && Date.parse(call.talks) >= Date.parse(at)) follow(call);
  else mark(id, 'RINGING');
}

/** For whoever else on this page shows what goes on. */
function tell(detail) {
  document.dispatchEvent(new CustomEvent('callward:desk', { detail }));
}

let reading = null;
let again = false;
const came = new Set(); // calls that have popped up since the truth was asked for: it may not know them yet

/** The truth. Asked for twice at once, it is read once more afterwards: the first answer may be older than the second question. */
async function read() {
  if (reading) {
    again = true;
    return;
  }
  came.clear();
  reading = fetch(root + '/api/v1/desk', { headers: { Accept: 'application/json' }, cache: 'no-store', credentials: 'same-origin' });
  try {
    const answer = await reading;
    if (answer.status === 401 || answer.status === 403) {
      signedOut();
    } else if (answer.ok) {
      truth(await answer.json());
    }
  } catch { /* the socket will be lost as well, and tries again */ } finally {
    reading = null;
    if (again) {
      again = false;
      read();
    }
  }
}

function truth(desk) {
  pops.dataset.me = desk.me ?? '';
  const live = new Map(desk.board.calls.map(call => [call.id, call]));
  desk.board.calls.forEach(call => know(call.id, call));
  const allowed = new Set(desk.pops.map(pop => pop.call));
  for (const pop of desk.pops) {
    const call = live.get(pop.call);
    if (!call && !onDesk || came.has(pop.call)) continue;
    show(pop, call?.phase === 'RINGING' && !cards.has(pop.call) && known);
    if (call) follow(call); else ended(pop.call);
  }
  // those that the administrator has taken away since
  const told = [...cards.keys()].filter(id => !came.has(id));
  for (const id of told) if (live.has(id) && !allowed.has(id)) remove(id);
  for (const id of told) if (!live.has(id)) ended(id);
  tell({ type: 'truth', desk });
  known = true;
}

let known = false; // what rings already when the page opens is shown, but not shouted
let socket = null;
let heard = 0;
let tries = 0;
let waiting = null;
let out = false;

function wireSays(state, tone) {
  pops.dataset.wire = state;
  tell({ type: 'wire', state });
  if (wire) {
    wire.textContent = words[state];
    wire.dataset.tone = tone;
  }
}

function signedOut() {
  out = true;
  wireSays('out', 'bad');
  socket?.close();
}

function connect() {
  clearTimeout(waiting);
  if (out) return;
  heard = Date.now();
  const mine = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + root + '/desk/socket');
  socket = mine;
  mine.addEventListener('message', event => {
    if (mine === socket) hear(JSON.parse(event.data));
  });
  mine.addEventListener('close', () => {
    if (mine === socket) lost();
  });
}

function hear(message) {
  heard = Date.now();
  switch (message.type) {
    case 'hello':
      tries = 0;
      wireSays('live', 'good');
      read();
      break;
    case 'beat':
      socket.send('beat');
      if (shows) read();
      break;
    case 'pop':
      if (reading) again = true; // the answer under way may be older than this
      came.add(message.call);
      if (message.sent) away.drop(message.call); // who did not want it before may be the one it is meant for now
      show(message, !cards.has(message.call) || !!message.sent);
      rings(message);
      break;
    case 'call':
      if (message.state === 'RINGING') rings(message); else mark(message.call, message.state, message.by);
      break;
    case 'board':
      if (reading) again = true; // likewise
      message.calls.forEach(follow);
      message.gone.forEach(ended);
      tell(message);
      break;
    case 'pop-ups':
      read();
      break;
  }
}

/** Half a second, then longer, with some chance in it: a server that restarts is not stormed. Whether the sign-in is gone, only a request tells. */
function lost() {
  socket = null;
  if (out) return;
  wireSays('lost', 'warn');
  tries++;
  if (tries > 1) read();
  waiting = setTimeout(connect, Math.min(15_000, 500 * 2 ** Math.min(tries, 6)) * (.5 + Math.random() / 2));
}

setInterval(() => {
  if (socket && Date.now() - heard > SILENCE) {
    const deaf = socket;
    lost();
    deaf.close();
  }
}, 5_000);
/** Where waiting on has become pointless; a wire that is there, or on its way, is left alone. */
function connectAtOnce() {
  if (!socket) connect();
}
for (const event of ['online', 'pageshow']) addEventListener(event, connectAtOnce);
document.addEventListener('visibilitychange', () => { if (!document.hidden) connectAtOnce(); });

const notify = document.getElementById('desk-notify');
if (notify && 'Notification' in window && Notification.permission === 'default') {
  notify.hidden = false;
  notify.addEventListener('click', async () => {
    await Notification.requestPermission();
    notify.hidden = Notification.permission !== 'default';
  });
}

document.addEventListener('callward:desk-ask', () => { if (known) read(); });

connect();
