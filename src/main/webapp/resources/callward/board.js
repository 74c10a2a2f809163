// The live board. desk.js holds the wire and tells what it hears; here it is only shown, each call and person in a row of its own that
// is changed in place. Everything is set as text, never as markup.
const board = document.getElementById('board');
const words = board.dataset;
const root = words.root ?? '';
const tones = { SCRIPT: 'quiet', RINGING: 'info', TALKING: 'good', MESSAGE: 'warn', FREE: 'quiet', ON_A_CALL: 'good', WRAPPING_UP: 'info', NO_DEVICE: 'bad' };
const phases = { SCRIPT: words.phaseScript, RINGING: words.phaseRinging, TALKING: words.phaseTalking, MESSAGE: words.phaseMessage };
const agentStates = { FREE: words.free, RINGING: words.ringing, TALKING: words.talking, ON_A_CALL: words.onACall, WRAPPING_UP: words.wrappingUp,
  OUT_OF_OFFICE: words.outOfOffice, SWITCHED_OFF: words.switchedOff, SIGNED_OUT: words.signedOut, NO_DEVICE: words.noDevice };
const calls = new Map();
const rows = new Map();
const people = new Map();
const waiters = new Map();
const list = document.getElementById('board-calls');
const agentList = document.getElementById('board-agents');
const waitingList = document.getElementById('board-waiting');
let ahead = 0; // how far this machine's clock is ahead of the server's

const shape = id => document.getElementById(id).content.firstElementChild.cloneNode(true);
const part = (row, name) => row.querySelector(`[data-is="${name}"]`);

function put(row, name, text) {
  const element = part(row, name);
  if (element.textContent !== (text ?? '')) element.textContent = text ?? '';
  element.hidden = !text;
  return element;
}

function clock(since) {
  const seconds = Math.max(0, Math.floor((Date.now() - ahead - Date.parse(since)) / 1000));
  const rest = String(seconds % 60).padStart(2, '0');
  return seconds < 3600 ? `${Math.floor(seconds / 60)}:${rest}` : `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${rest}`;
}

function ticking(element, since) {
  element.hidden = !since;
  if (since) {
    element.dateTime = since;
    element.dataset.since = since;
    element.textContent = clock(since);
  } else {
    delete element.dataset.since;
  }
}

function showCall(call) {
  calls.set(call.id, call);
  let row = rows.get(call.id);
  if (!row) {
    row = shape('board-call');
    row.dataset.call = call.id;
    row.dataset.at = call.since;
    rows.set(call.id, row);
    list.insertBefore(row, [...list.children].find(other => other.dataset.at < call.since) ?? null);
  }
  row.dataset.phase = call.phase;
  const caller = call.caller === 'anonymous' ? words.anonymous : call.caller;
  const who = put(row, 'who', (call.out ? '→ ' : '') + (call.customer ?? caller));
  who.href = `${root}/calls/call?id=${encodeURIComponent(call.id)}`;
  put(row, 'phase', phases[call.phase] ?? call.phase).dataset.tone = tones[call.phase] ?? 'quiet';
  const sentOn = /^transfer:\d+/.test(call.step ?? ''); // a step of no script
  const kind = words['kind' + (call.stepKind ?? '').split('-').map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')];
  put(row, 'what', [call.customer && caller, call.line, call.ticket && `${words.ticket} ${call.ticket}`,
    sentOn ? words.sentOn : call.step && (kind ? `${kind} (${call.step})` : call.step)].filter(Boolean).join(' · '));
  ticking(part(row, 'since'), call.since);
  part(row, 'talk').hidden = !call.with;
  put(row, 'with', call.with && words.talks.replace('{0}', call.with));
  ticking(part(row, 'talks'), call.talks);
  const pops = document.getElementById('pops')?.dataset ?? {};
  part(row, 'transfer').hidden = !(call.phase === 'TALKING' && !call.asks && (pops.oversees === 'true' || (!!call.agent && call.agent === pops.me)));
  part(row, 'rings').replaceChildren(...call.rings.map(ring => {
    const chip = shape('board-ring');
    put(chip, 'label', ring.agent && !ring.label.includes(ring.agent) ? `${ring.label} · ${ring.agent}` : ring.label);
    ticking(part(chip, 'since'), ring.since);
    return chip;
  }));
}

function gone(id) {
  calls.delete(id);
  rows.get(id)?.remove();
  rows.delete(id);
}

function moment(instant) {
  const at = new Date(instant);
  const today = at.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(document.documentElement.lang, today ? { timeStyle: 'short' } : { dateStyle: 'medium' }).format(at);
}

function showAgents(agents) {
  const there = new Set(agents.map(agent => agent.key));
  for (const [key, row] of people) if (!there.has(key)) { row.remove(); people.delete(key); }
  agents.forEach((agent, place) => {
    let row = people.get(agent.key);
    if (!row) people.set(agent.key, row = shape('board-agent'));
    if (agentList.children[place] !== row) agentList.insertBefore(row, agentList.children[place] ?? null);
    row.dataset.agent = agent.key;
    row.dataset.state = agent.state;
    put(row, 'name', agent.name);
    put(row, 'phones', agent.phones.filter(phone => phone !== agent.name).join(', '));
    const state = put(row, 'state', agentStates[agent.state] ?? agent.state);
    state.dataset.tone = tones[agent.state] ?? 'quiet';
    if (agent.call) state.href = `${root}/calls/call?id=${encodeURIComponent(agent.call)}`; else state.removeAttribute('href');
    ticking(part(row, 'since'), agent.since);
    put(row, 'until', agent.until && `${words.until} ${moment(agent.until)}`);
    const desk = put(row, 'desk', agent.desk === undefined ? '' : agent.desk ? words.deskOpen : words.deskShut);
    desk.toggleAttribute('data-open', agent.desk === true);
  });
}

const waits = { WAITING: [words.waitsWaiting, 'warn'], CALLBACK: [words.waitsCallback, 'info'], ASIDE: [words.waitsAside, 'quiet'], TAKEN: [words.waitsTaken, 'good'] };

/** Rows are moved only where their order is another: whoever stands on a link with the keyboard keeps it. */
function showWaiting(all) {
  document.getElementById('board-queue').hidden = all.length === 0;
  document.getElementById('board-queue-count').textContent = all.length;
  const there = new Set(all.map(one => one.call));
  for (const [call, row] of waiters) if (!there.has(call)) { row.remove(); waiters.delete(call); }
  all.forEach((one, place) => {
    let row = waiters.get(one.call);
    if (!row) waiters.set(one.call, row = shape('board-waits'));
    if (waitingList.children[place] !== row) waitingList.insertBefore(row, waitingList.children[place] ?? null);
    row.dataset.waits = one.call;
    row.dataset.state = one.state;
    row.dataset.group = one.group;
    put(row, 'place', one.place === undefined ? '' : `${one.place}.`);
    const caller = one.caller === 'anonymous' ? words.anonymous : one.caller;
    put(row, 'who', one.customer ?? caller).href = `${root}/calls/call?id=${encodeURIComponent(one.call)}`;
    const [text, tone] = waits[one.state] ?? [one.state, 'quiet'];
    put(row, 'state', text).dataset.tone = tone;
    put(row, 'what', [one.groupName ?? one.group, one.customer && caller, one.asked && words.waitsAsked.replace('{0}', () => one.asked)].filter(Boolean).join(' · '));
    ticking(part(row, 'since'), one.since);
  });
}

function number(name, value) {
  const element = board.querySelector(`[data-count="${name}"]`);
  element.textContent = value;
  element.closest('div').toggleAttribute('data-some', value > 0);
}

function count(today) {
  const all = [...calls.values()];
  number('waiting', all.filter(call => call.phase === 'SCRIPT' || call.phase === 'RINGING').length);
  number('talking', all.filter(call => call.phase === 'TALKING').length);
  if (today) for (const outcome of ['ANSWERED', 'VOICEMAIL', 'MISSED', 'ABANDONED']) number(outcome, today[outcome] ?? 0);
  document.getElementById('board-count').textContent = all.length;
  longest();
}

function longest() {
  const waiting = [...calls.values()].filter(call => call.phase === 'SCRIPT' || call.phase === 'RINGING').map(call => call.since).sort();
  board.querySelector('[data-count="longest"]').textContent = waiting.length ? words.longest.replace('{0}', clock(waiting[0])) : '';
}

function truth(whole) {
  ahead = Date.now() - Date.parse(whole.at);
  const there = new Set(whole.calls.map(call => call.id));
  for (const id of [...calls.keys()]) if (!there.has(id)) gone(id);
  whole.calls.forEach(showCall);
  showAgents(whole.agents);
  showWaiting(whole.waiting);
  count(whole.today);
}

document.addEventListener('callward:desk', ({ detail }) => {
  if (detail.type === 'truth') truth(detail.desk.board);
  if (detail.type === 'board') {
    detail.gone.forEach(gone);
    detail.calls.forEach(showCall);
    if (detail.agents) showAgents(detail.agents);
    if (detail.waiting) showWaiting(detail.waiting);
    count(detail.today);
  }
});

const wall = document.getElementById('board-now');
function tick() {
  for (const time of board.querySelectorAll('time[data-since]')) time.textContent = clock(time.dataset.since);
  longest();
  if (wall) wall.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' }).format(new Date());
}
setInterval(tick, 1000);
tick();
document.dispatchEvent(new CustomEvent('callward:desk-ask')); // what desk.js has heard before we were here

/** Only supervisors have these buttons. That a callback is cancelled shows by its row, which goes; the call stays missed. */
document.getElementById('board-waiting').addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-is="cancel"]');
  if (!button) return;
  const row = button.closest('li');
  button.disabled = true;
  const answer = await fetch(`${root}/api/v1/groups/${encodeURIComponent(row.dataset.group)}/waiting/${encodeURIComponent(row.dataset.waits)}`, { method: 'DELETE', cache: 'no-store',
    credentials: 'same-origin', headers: { 'X-Callward': '1', Accept: 'application/json', 'Accept-Language': document.documentElement.lang } }).catch(() => null);
  if (answer?.ok) return;
  button.disabled = false;
  put(row, 'what', (await answer?.json().catch(() => null))?.detail ?? words.waitsFailed);
});
