// One's own switches on the desk. What the server says is shown, never what was hoped for: a click asks, the answer is drawn. When one's own
// seat on the board is another, somebody else may have switched, or a time out of office may be over: then it is read anew.
const own = document.getElementById('own');
const words = own.dataset;
const root = words.root ?? '';
const tones = { FREE: 'good', RINGING: 'info', TALKING: 'good', ON_A_CALL: 'info', WRAPPING_UP: 'info', NO_DEVICE: 'bad' };
const list = document.getElementById('own-phones');
const form = document.getElementById('own-until');
const problem = document.getElementById('own-problem');
const language = document.documentElement.lang;
const PATIENCE = 15_000; // for an answer: those in line behind it wait, too
const FRESH = 15_000; // what was read then need not be read again
let me = null;
let seat = null; // what the board says of him: who rings and talks stands there

const part = name => own.querySelector(`[data-own="${name}"]`);
const word = state => words[state.toLowerCase().replace(/_(\w)/g, (all, letter) => letter.toUpperCase())] ?? state;

async function ask(method, path, body) {
  const answer = await fetch(`${root}/api/v1/me/agent${path}`, { method, cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE),
    headers: { 'X-Callward': '1', Accept: 'application/json', 'Accept-Language': language, ...(body && { 'Content-Type': 'application/json' }) }, body: body && JSON.stringify(body) });
  if (!answer.ok) throw Object.assign(new Error('refused'), { said: await why(answer) });
  return answer.status === 204 ? null : answer.json();
}

/** The server says it in the page's language, but for who must sign in. */
async function why(answer) {
  if (answer.status === 401 || answer.status === 403) return words.session;
  const body = await answer.json().catch(() => null);
  return body?.errors?.[0]?.message ?? (answer.status < 500 && body?.detail);
}

let last = Promise.resolve();

/** One after the other: each is made of what the server said last, and no answer overtakes another. */
function inLine(deed) {
  const done = last.then(deed);
  last = done.catch(() => { /* has been said; the next one is asked all the same */ });
  return done;
}

/**
 * What was said of the click before is gone with the next click, and with nothing else: a refusal stays to be read.
 *
 * @param body the body, or what makes it once it is its turn: null when there is nothing left to change
 * @return whether it is so now
 */
async function change(method, path, body) {
  problem.textContent = '';
  try {
    await inLine(async () => {
      const wanted = typeof body === 'function' ? body() : body;
      if (wanted === null) return;
      const answer = await ask(method, path, wanted);
      if (answer) show(answer); else read();
    });
    return true;
  } catch (refused) {
    problem.textContent = refused.said || words.failed;
    read();
    return false;
  }
}

let due = false;
let readAt = -Infinity;

/** Whoever asks while a look stands in the line is served by that one. */
function read() {
  if (due) return;
  due = true;
  inLine(async () => {
    due = false;
    readAt = performance.now();
    show((await ask('GET', '')).agent);
  }).catch(() => { /* the wire says that the connection is lost */ });
}

function moment(instant) {
  const at = new Date(instant);
  const today = at.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(language, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

function showState() {
  const busy = seat && (seat.state === 'RINGING' || seat.state === 'TALKING');
  const state = busy ? seat.state : me.state;
  const badge = part('state');
  badge.textContent = word(state);
  badge.dataset.tone = tones[state] ?? 'warn';
  part('until').textContent = [!busy && me.until && `${words.until} ${moment(me.until)}`, state === 'OUT_OF_OFFICE' && me.outOfOffice?.reason].filter(Boolean).join(' · ');
}

function show(agent) {
  me = agent;
  own.hidden = !me;
  if (!me) return;
  showState();
  for (const toggle of own.querySelectorAll('[data-switch]')) toggle.setAttribute('aria-checked', me[toggle.dataset.switch]);
  const out = me.outOfOffice !== null && (me.outOfOffice.to === null || Date.parse(me.outOfOffice.to) > Date.now());
  const had = document.activeElement === part('today') || document.activeElement === part('back');
  part('today').hidden = out;
  part('back').hidden = !out;
  if (had) part(out ? 'back' : 'today').focus();
  showPhones();
}

function showPhones() {
  const held = list.contains(document.activeElement) ? [document.activeElement.closest('li').dataset.key, document.activeElement.dataset.how] : null;
  list.replaceChildren(...me.devices.map((phone, place) => {
    const row = document.getElementById('own-phone').content.firstElementChild.cloneNode(true);
    row.dataset.key = phone.key;
    row.querySelector('[data-is="label"]').textContent = phone.label;
    row.querySelector('[data-is="address"]').textContent = phone.address;
    row.querySelector('[data-is="off"]').hidden = phone.active;
    row.querySelector('[data-how="turn"]').textContent = phone.active ? words.turnOff : words.turnOn;
    row.querySelector('[data-how="up"]').disabled = place === 0;
    row.querySelector('[data-how="down"]').disabled = place === me.devices.length - 1;
    for (const button of row.querySelectorAll('button')) button.setAttribute('aria-label', `${button.getAttribute('aria-label') ?? button.textContent}: ${phone.label}`);
    return row;
  }));
  if (held) {
    const row = [...list.children].find(one => one.dataset.key === held[0]);
    (row?.querySelector(`[data-how="${held[1]}"]:enabled`) ?? row?.querySelector('[data-how="turn"]'))?.focus();
  }
}

for (const toggle of own.querySelectorAll('[data-switch]')) {
  toggle.addEventListener('click', () => change('PUT', '', { [toggle.dataset.switch]: toggle.getAttribute('aria-checked') !== 'true' }));
}
part('today').addEventListener('click', () => change('PUT', '/out-of-office', { restOfDay: true }));
part('back').addEventListener('click', () => change('DELETE', '/out-of-office'));

function unfold(button, what) {
  button.addEventListener('click', () => {
    what.hidden = !what.hidden;
    button.setAttribute('aria-expanded', !what.hidden);
    if (!what.hidden) what.querySelector('input, button:enabled')?.focus();
  });
}
unfold(part('more'), form);
unfold(part('phones'), list);

form.addEventListener('submit', async event => {
  event.preventDefault();
  const { lastDay, reason } = Object.fromEntries(new FormData(form));
  const day = form.elements.lastDay;
  const past = new Date(`${lastDay}T23:59:59`) < new Date();
  day.setAttribute('aria-invalid', past);
  if (past) {
    problem.textContent = words.inThePast;
    day.focus();
    return;
  }
  if (!await change('PUT', '/out-of-office', { lastDay, reason: reason.trim() || null })) return;
  const stood = form.contains(document.activeElement);
  form.reset();
  form.hidden = true;
  part('more').setAttribute('aria-expanded', 'false');
  if (stood) part('more').focus();
});

list.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.how === 'ring') {
    const detail = { place: document.getElementById('own-trial'), path: `/me/agent/devices/${encodeURIComponent(button.closest('li').dataset.key)}/ring`, body: null, button };
    document.dispatchEvent(new CustomEvent('callward:order', { detail }));
    return;
  }
  const key = button.closest('li').dataset.key;
  const on = !me.devices.find(phone => phone.key === key)?.active; // as he has seen it
  change('PUT', '/devices', () => arranged(key, button.dataset.how, on));
});

/** All of one's telephones, as they are to be. */
function arranged(key, how, on) {
  const devices = (me?.devices ?? []).map(phone => ({ key: phone.key, active: phone.active }));
  const place = devices.findIndex(phone => phone.key === key);
  if (place < 0) return null; // somebody has taken it away meanwhile
  if (how === 'turn') {
    devices[place].active = on;
  } else {
    const [moved] = devices.splice(place, 1);
    devices.splice(Math.max(0, how === 'up' ? place - 1 : place + 1), 0, moved);
  }
  return { devices };
}

/** What stands on the board changes with every call of anybody's: only one's own seat says that there is something new to read. */
function heard(agents, key) {
  const now = agents.find(agent => agent.key === key) ?? null;
  if (JSON.stringify(now) === JSON.stringify(seat)) return false;
  seat = now;
  if (me) showState();
  return true;
}

document.addEventListener('callward:desk', ({ detail }) => {
  if (detail.type === 'truth') {
    const key = detail.desk.me ?? null;
    const moved = heard(detail.desk.board.agents, key) || (key === null) !== (me === null);
    // what the board does not tell, such as staying reachable, may have been changed elsewhere
    if (moved || me && performance.now() - readAt > FRESH) read();
  } else if (detail.type === 'board' && detail.agents && me) {
    if (heard(detail.agents, `agent:${me.id}`)) read();
  }
});

read();
