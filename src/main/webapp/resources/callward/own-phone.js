// One's own switches on the desk. What the server says is shown, never what was hoped for: a click asks, the answer is drawn. When the board
// moves, somebody else may have switched, or a time out of office may be over: then it is read anew.
const own = document.getElementById('own');
const words = own.dataset;
const root = words.root ?? '';
const tones = { FREE: 'good', RINGING: 'info', TALKING: 'good', ON_A_CALL: 'info', WRAPPING_UP: 'info', NO_DEVICE: 'bad' };
const list = document.getElementById('own-phones');
const form = document.getElementById('own-until');
const problem = document.getElementById('own-problem');
const language = document.documentElement.lang;
let me = null;
let seat = null; // what the board says of him: who rings and talks stands there

const part = name => own.querySelector(`[data-own="${name}"]`);
const word = state => words[state.toLowerCase().replace(/_(\w)/g, (all, letter) => letter.toUpperCase())] ?? state;

async function ask(method, path, body) {
  const answer = await fetch(`${root}/api/v1/me/agent${path}`, { method, cache: 'no-store', credentials: 'same-origin',
    headers: { 'X-Callward': '1', Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) }, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(answer.status);
  return answer.status === 204 ? null : answer.json();
}

let asked = 0;

/** Answers may overtake each other: an older one is not shown. */
async function change(method, path, body) {
  const mine = ++asked;
  try {
    const answer = await ask(method, path, body);
    if (mine !== asked) return;
    problem.textContent = '';
    if (answer === null) await read(); else show('agent' in answer ? answer.agent : answer);
  } catch {
    if (method === 'GET') return; // the wire says that the connection is lost
    problem.textContent = words.failed;
    read();
  }
}

const read = () => change('GET', '');

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

form.addEventListener('submit', event => {
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
  change('PUT', '/out-of-office', { lastDay, reason: reason.trim() || null });
  form.reset();
  form.hidden = true;
  part('more').setAttribute('aria-expanded', 'false');
  part('more').focus();
});

list.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.how === 'ring') {
    const detail = { place: document.getElementById('own-trial'), path: `/me/agent/devices/${encodeURIComponent(button.closest('li').dataset.key)}/ring`, body: null, button };
    document.dispatchEvent(new CustomEvent('callward:order', { detail }));
    return;
  }
  const devices = me.devices.map(({ key, active }) => ({ key, active }));
  const place = devices.findIndex(phone => phone.key === button.closest('li').dataset.key);
  if (button.dataset.how === 'turn') {
    devices[place].active = !devices[place].active;
  } else {
    const [moved] = devices.splice(place, 1);
    devices.splice(button.dataset.how === 'up' ? place - 1 : place + 1, 0, moved);
  }
  change('PUT', '/devices', { devices });
});

document.addEventListener('callward:desk', ({ detail }) => {
  const agents = detail.type === 'truth' ? detail.desk.board.agents : detail.type === 'board' ? detail.agents : null;
  if (!agents) return;
  if (me) seat = agents.find(agent => agent.key === `agent:${me.id}`) ?? null;
  read();
});

await read();
