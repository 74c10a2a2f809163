// Sends a caller on while somebody talks to him. Where he can be sent is asked for when it opens; what was chosen is sent once, and the
// desk shows what comes of it. Everything shown is set as text, never as markup.
const dialog = document.getElementById('transfer');
const words = dialog.dataset;
const root = words.root ?? '';
const form = dialog.querySelector('form');
const go = form.querySelector('[value="go"]');
const asks = form.querySelector('[value="ask"]');
const problem = document.getElementById('transfer-problem');
const said = document.getElementById('pops-said');
let call = null;
let opener = null;

const word = state => words[state.toLowerCase().replace(/_(\w)/g, (all, letter) => letter.toUpperCase())] ?? state;
const place = kind => form.querySelector(`[data-to="${kind}"]`);

function moment(instant) {
  const at = new Date(instant);
  const today = at.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(document.documentElement.lang, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

function ask(method, body, id = call, what = '') {
  return fetch(`${root}/api/v1/calls/${encodeURIComponent(id)}/transfer${what}`, { method, cache: 'no-store', credentials: 'same-origin',
    headers: { 'X-Callward': '1', Accept: 'application/json', 'Accept-Language': document.documentElement.lang, ...(body && { 'Content-Type': 'application/json' }) }, body: body && JSON.stringify(body) });
}

function choice(value, name, state, until) {
  const row = document.getElementById('transfer-to').content.firstElementChild.cloneNode(true);
  const radio = row.querySelector('input');
  radio.value = value;
  radio.disabled = state !== undefined && state !== 'FREE';
  row.querySelector('[data-is="name"]').textContent = name;
  const badge = row.querySelector('[data-is="state"]');
  badge.hidden = state === undefined;
  badge.dataset.tone = state === 'FREE' ? 'good' : 'quiet';
  badge.textContent = state === undefined ? '' : [word(state), until && `${words.until} ${moment(until)}`].filter(Boolean).join(' ');
  return row;
}

/** Why not, and what to do: the server says it in the page's language. */
async function why(answer) {
  const body = await answer.json().catch(() => null);
  return body?.errors?.[0]?.message ?? ((answer.status < 500 && body?.detail) || words.failed);
}

async function open(button) {
  if (dialog.open) return;
  const card = button.closest('[data-call]');
  call = card.dataset.call;
  opener = button;
  form.reset();
  problem.textContent = '';
  go.disabled = asks.disabled = true;
  document.getElementById('transfer-title').textContent = words.title.replace('{0}', card.querySelector('[data-pop="who"], [data-is="who"]').textContent);
  place('people').replaceChildren();
  place('groups').replaceChildren();
  place('mailboxes').replaceChildren();
  dialog.showModal();
  try {
    const answer = await ask('GET');
    if (!answer.ok) {
      problem.textContent = await why(answer);
      return;
    }
    fill(await answer.json());
  } catch {
    problem.textContent = words.failed;
  }
}

function fill(targets) {
  place('people').replaceChildren(...targets.people.map(one => choice(`agent:${one.id}`, one.name, one.state, one.until)));
  form.querySelector('[data-none="people"]').hidden = targets.people.length > 0;
  place('groups').replaceChildren(...targets.groups.map(one => choice(`group:${one.key}`, one.name, one.state)));
  form.querySelector('[data-all="groups"]').hidden = targets.groups.length === 0;
  place('mailboxes').replaceChildren(...targets.mailboxes.map(one => choice(`mailbox:${one.key}`, one.name)));
  form.querySelector('[data-all="mailboxes"]').hidden = targets.mailboxes.length === 0;
  asks.hidden = !targets.asks;
  choosable();
  form.querySelector('[name="to"]:not(:disabled)')?.focus();
}

function wish() {
  const chosen = form.elements.to.value ?? '';
  const note = form.elements.note.value.trim() || null;
  const [kind, ...rest] = chosen.split(':');
  if (kind === 'agent') return { agent: Number(rest.join(':')), note };
  if (kind === 'number') return { number: form.elements.number.value, note };
  return kind ? { [kind]: rest.join(':'), note } : null;
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  const wanted = wish();
  if (wanted && event.submitter === asks) wanted.ask = true;
  if (!wanted) {
    problem.textContent = words.choose;
    return;
  }
  go.disabled = asks.disabled = true;
  problem.textContent = '';
  try {
    const answer = await ask('POST', wanted);
    if (answer.ok) {
      dialog.close();
      said.textContent = wanted.ask ? words.asksDone : words.done;
    } else {
      problem.textContent = await why(answer);
      if (answer.status === 400 && 'number' in wanted) form.elements.number.focus();
    }
  } catch {
    problem.textContent = words.failed;
  } finally {
    choosable();
  }
});

/** Groups and mailboxes are sent to at once: there is nobody in particular to be asked. */
function choosable() {
  go.disabled = false;
  asks.disabled = /^(group|mailbox):/.test(form.elements.to.value ?? '');
}
form.addEventListener('change', choosable);

// who writes a number means it
form.elements.number.addEventListener('input', () => { form.querySelector('[value="number"]').checked = true; choosable(); });
dialog.addEventListener('click', event => { if (event.target === dialog || event.target.closest('[data-transfer-close]')) dialog.close(); });
dialog.addEventListener('close', () => { if (opener?.isConnected && !opener.hidden) opener.focus(); });
document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-transfer]');
  if (button) open(button);
  const next = event.target.closest?.('[data-asks]');
  if (next) goOn(next);
});

// ---- while a colleague is asked: how it stands is pushed, and shown wherever the call is ------------------------------------------------

/** @param {object} one a call as the board tells of it */
function showAsking(one) {
  const pops = document.getElementById('pops').dataset;
  const mine = pops.oversees === 'true' || (!!one.agent && one.agent === pops.me);
  for (const bar of document.querySelectorAll(`[data-call="${CSS.escape(one.id)}"] [data-asks-bar]`)) {
    const shown = !!one.asks && mine;
    const state = one.asks?.state ?? '';
    const text = shown ? word(`ASKS_${state}`).replace('{0}', one.asks.with) : '';
    const is = bar.querySelector('[data-asks-is]');
    if (is.textContent !== text) is.textContent = text;
    bar.hidden = !shown;
    bar.querySelector('[data-asks="connect"]').hidden = state !== 'TALKING';
    bar.querySelector('[data-asks="take-back"]').hidden = !['MOVING', 'RINGING', 'TALKING'].includes(state);
    for (const button of bar.querySelectorAll('button')) if (button.dataset.state !== state) {
      button.disabled = false;
      button.dataset.state = state;
    }
  }
}

async function goOn(button) {
  button.disabled = true;
  try {
    const answer = await ask('POST', null, button.closest('[data-call]').dataset.call, `/${button.dataset.asks}`);
    if (answer.ok) return;
    said.textContent = await why(answer);
  } catch {
    said.textContent = words.failed;
  }
  button.disabled = false;
}

document.addEventListener('callward:desk', ({ detail }) => {
  const calls = detail.type === 'truth' ? detail.desk.board.calls : detail.type === 'board' ? detail.calls : [];
  queueMicrotask(() => calls.forEach(showAsking)); // when whoever shows the calls has done so
});
