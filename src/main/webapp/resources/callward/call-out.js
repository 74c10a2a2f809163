// Buttons that call somebody. A click asks; what comes of it is said beside the button, as the server tells it: whenever the desk hears news, and
// every other second while the call goes on, the truth is read.
const words = document.getElementById('call-out').dataset;
const root = words.root ?? '';
const language = document.documentElement.lang;
const ENDS = ['OVER', 'FAILED'];
let shown = null; // the call that is followed, where it is spoken of, and what was said of it last

const camel = text => text.toLowerCase().replace(/_(\w)/g, (all, letter) => letter.toUpperCase());

async function ask(method, path, body) {
  const answer = await fetch(`${root}/api/v1${path}`, { method, cache: 'no-store', credentials: 'same-origin',
    headers: { 'X-Callward': '1', Accept: 'application/json', 'Accept-Language': language, ...(body && { 'Content-Type': 'application/json' }) }, body: body && JSON.stringify(body) });
  if (answer.status === 401 || answer.status === 403) throw new Error(words.session);
  const text = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error([...(text.errors ?? []).map(one => one.message), text.detail].find(Boolean) ?? words.failed), { errors: text.errors });
  return text;
}

/** Where {@code place} belongs to a form, what is wrong with its fields stands at them. @return whether all of it does */
function blame(place, errors = []) {
  const form = place.closest('form');
  if (!form) return false;
  for (const said of form.querySelectorAll('[data-problem]')) said.textContent = '';
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
  const found = errors.map(({ field, message }) => [form.querySelector(`[data-problem="${CSS.escape(field ?? '')}"]`), form.elements[field], message]).filter(([said]) => said);
  for (const [said, input, message] of found) {
    said.textContent = message;
    input.setAttribute('aria-invalid', 'true');
  }
  found[0]?.[1].focus();
  return found.length > 0 && found.length === errors.length;
}

function say(place, text, tone) {
  if (place.textContent !== text) place.textContent = text;
  place.dataset.tone = tone;
}

/** What a call, or a trial of a telephone, has come to, in words: said once, so that what was said since is left to be read. */
function tell(call) {
  const { place, told } = shown;
  const state = call.state === 'OVER' ? call.outcome ?? 'NOT_REACHED' : call.state;
  const text = call.state === 'FAILED' ? call.problem ?? words.failed : words[camel(call.kind === 'TRIAL' ? 'TRIAL_' + state : state)] ?? '';
  if (text !== told) say(place, text, call.state === 'FAILED' || state === 'NOT_REACHED' ? 'bad' : state === 'ANSWERED' || state === 'TALKING' ? 'good' : 'info');
  shown = ENDS.includes(call.state) ? null : { ...shown, told: text };
}

async function follow() {
  if (!shown) return;
  const mine = shown.id;
  try {
    const { call } = await ask('GET', '/me/agent/outgoing');
    if (shown?.id === mine && call?.id === mine) tell(call);
  } catch { /* the next look will tell */ }
}

/** Asks for a call and speaks of it in {@code place}. */
async function order(place, path, body, button) {
  button.disabled = true;
  blame(place);
  try {
    const call = await ask('POST', path, body);
    shown = { id: call.id, place, told: null };
    tell(call);
  } catch (problem) {
    if (blame(place, problem.errors)) say(place, '', 'quiet'); else say(place, problem.message, 'bad');
  } finally {
    button.disabled = false;
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-call-out] button');
  if (!button) return;
  const { to, customer, ticket, call } = button.parentElement.dataset;
  const place = button.parentElement.querySelector('.cw-call-said');
  const wanted = { to: to || null, customer: customer ? Number(customer) : null, ticket: ticket || null };
  order(place, call ? `/calls/${encodeURIComponent(call)}/call-back` : '/calls', wanted, button);
});

const form = document.getElementById('call-somebody');
form?.addEventListener('submit', event => {
  event.preventDefault();
  const { to, line, device, customer, ticket } = Object.fromEntries(new FormData(form));
  order(form.querySelector('.cw-call-said'), '/calls', { to, line: line ? Number(line) : null, device: device || null, customer: customer ? Number(customer) : null,
    ticket: ticket || null }, event.submitter ?? form.querySelector('button'));
});

document.addEventListener('callward:order', ({ detail: { place, path, body, button } }) => order(place, path, body, button));
document.addEventListener('callward:desk', follow);
setInterval(follow, 2_000);
