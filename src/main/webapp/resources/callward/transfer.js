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
let opened = 0; // how often: an answer belongs to the dialog that asked for it, and to none after it
let left = null; // the card that was just dealt with: what stands on it is about to change, and may hide where the keyboard is

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

/** Why not, and what to do: the server says it in the page's language, but for who must sign in. */
async function why(answer) {
  if (answer.status === 401 || answer.status === 403) return words.session;
  const body = await answer.json().catch(() => null);
  return body?.errors?.[0]?.message ?? ((answer.status < 500 && body?.detail) || words.failed);
}

async function open(button) {
  if (dialog.open) return;
  const card = button.closest('[data-call]');
  const mine = ++opened;
  const isStill = () => mine === opened && dialog.open;
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
    const [targets, trouble] = answer.ok ? [await answer.json(), null] : [null, await why(answer)];
    if (!isStill()) return;
    if (targets) fill(targets); else problem.textContent = trouble;
  } catch {
    if (isStill()) problem.textContent = words.failed;
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
  const mine = opened;
  const card = opener.closest('[data-call]');
  const isStill = () => mine === opened && dialog.open;
  go.disabled = asks.disabled = true;
  problem.textContent = '';
  const trouble = await send(wanted);
  if (trouble === null) {
    left = { card, asks: !!wanted.ask };
    if (isStill()) dialog.close();
    said.textContent = wanted.ask ? words.asksDone : words.done;
    return;
  }
  if (!isStill()) { // whoever has shut it meanwhile is told all the same
    said.textContent = trouble.text;
    return;
  }
  problem.textContent = trouble.text;
  choosable();
  if (trouble.status === 400 && 'number' in wanted) form.elements.number.focus(); else event.submitter?.focus();
});

/** @return why the caller cannot be sent there; null when he is on his way */
async function send(wanted) {
  try {
    const answer = await ask('POST', wanted);
    return answer.ok ? null : { status: answer.status, text: await why(answer) };
  } catch {
    return { status: 0, text: words.failed };
  }
}

/** Groups and mailboxes are sent to at once: there is nobody in particular to be asked. */
function choosable() {
  go.disabled = false;
  asks.disabled = /^(group|mailbox):/.test(form.elements.to.value ?? '');
}
form.addEventListener('change', choosable);

// who writes a number means it
form.elements.number.addEventListener('input', () => { form.querySelector('[value="number"]').checked = true; choosable(); });
dialog.addEventListener('click', event => { if (event.target === dialog || event.target.closest('[data-transfer-close]')) dialog.close(); });
dialog.addEventListener('close', () => {
  opened++;
  stand(opener?.closest('[data-call]'), opener);
});
document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-transfer]');
  if (button) open(button);
  const next = event.target.closest?.('[data-asks]');
  if (next) goOn(next);
});

// ---- while a colleague is asked: how it stands is pushed, and shown wherever the call is ------------------------------------------------

const isSeen = element => element.isConnected && element.getClientRects().length > 0;

/** Gives the keyboard a place on a card: where it is wanted, else at what can be done next. */
function stand(card, wanted = null) {
  if (!card) return;
  const next = ['[data-asks-bar] button', '[data-transfer]', 'a[href]'].flatMap(kind => [...card.querySelectorAll(kind)]);
  [wanted, ...next].find(one => one && isSeen(one))?.focus();
}

/** Nobody has moved on with the keyboard since: he stands nowhere, or on what has just been hidden. */
const isLost = () => document.activeElement === document.body || !isSeen(document.activeElement);

/** @param {object} one a call as the board tells of it */
function showAsking(one) {
  const pops = document.getElementById('pops').dataset;
  const mine = pops.oversees === 'true' || (!!one.agent && one.agent === pops.me);
  for (const bar of document.querySelectorAll(`[data-call="${CSS.escape(one.id)}"] [data-asks-bar]`)) {
    const shown = !!one.asks && mine;
    const state = one.asks?.state ?? '';
    const card = bar.closest('[data-call]');
    const waits = left?.card === card && (shown || !left.asks); // who has asked is led to the buttons that follow
    const stood = waits || bar.contains(document.activeElement);
    const text = shown ? word(`ASKS_${state}`).replace('{0}', one.asks.with) : '';
    const is = bar.querySelector('[data-asks-is]');
    if (is.textContent !== text) is.textContent = text;
    bar.hidden = !shown;
    bar.querySelector('[data-asks="connect"]').hidden = state !== 'TALKING';
    bar.querySelector('[data-asks="take-back"]').hidden = !['MOVING', 'RINGING', 'TALKING'].includes(state);
    if (bar.dataset.state !== state) {
      bar.dataset.state = state;
      bar.querySelector('[data-asks-problem]').textContent = '';
      for (const button of bar.querySelectorAll('button')) button.removeAttribute('aria-disabled');
    }
    if (dialog.open) continue;
    if (stood && isLost()) stand(card);
    if (waits && document.activeElement !== opener) left = null; // the opener may be hidden yet
  }
}

/** A button that has been pressed keeps the keyboard's focus: one that is disabled would lose it. */
async function goOn(button) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const bar = button.closest('[data-asks-bar]');
  const problem = bar.querySelector('[data-asks-problem]');
  const state = bar.dataset.state;
  problem.textContent = '';
  button.setAttribute('aria-disabled', 'true');
  let trouble = words.failed;
  try {
    const answer = await ask('POST', null, button.closest('[data-call]').dataset.call, `/${button.dataset.asks}`);
    if (answer.ok) return;
    trouble = await why(answer);
  } catch { /* said below */ }
  if (bar.dataset.state === state) button.removeAttribute('aria-disabled');
  if (isSeen(bar)) problem.textContent = trouble; else said.textContent = trouble;
}

document.addEventListener('callward:desk', ({ detail }) => {
  const calls = detail.type === 'truth' ? detail.desk.board.calls : detail.type === 'board' ? detail.calls : [];
  queueMicrotask(() => calls.forEach(showAsking)); // when whoever shows the calls has done so
});
