// A call's page moves while the call goes on: whenever its record has grown the page is read again, and only the record is exchanged.
// What was open stays open, and a sound that plays is not cut off.
let record = document.getElementById('record');
const call = record.dataset.call;
let reading = false;
let again = false;
let waiting = null;

function plays() {
  return [...record.querySelectorAll('audio')].some(audio => !audio.paused);
}

function soon() {
  waiting ??= setTimeout(read, 200); // several pieces of news of one moment are read once
}

async function read() {
  waiting = null;
  if (reading || plays()) {
    again = true;
    return;
  }
  reading = true;
  again = false;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (fresh.getElementById('record')) exchange(fresh.getElementById('record'));
    // what can be done with a call that is over
    const before = document.getElementById('record-deeds'), now = fresh.getElementById('record-deeds');
    if (now && !before.isEqualNode(now)) before.replaceWith(now);
  } catch { /* the socket will be lost as well; with its return the record is read again */ } finally {
    reading = false;
    if (again && !plays()) soon();
  }
}

function exchange(fresh) {
  const open = new Set([...record.querySelectorAll('details[open]')].map(one => one.dataset.id));
  const stood = record.contains(document.activeElement) ? whereabouts(document.activeElement) : null;
  for (const one of fresh.querySelectorAll('details')) one.open = open.has(one.dataset.id);
  record.replaceWith(fresh);
  record = fresh;
  document.dispatchEvent(new CustomEvent('callward:fresh', { detail: record }));
  if (stood) found(stood)?.focus({ preventScroll: true }); // when players have made their buttons
}

const FOCUSABLE = 'a[href], button, summary, input, select, audio, [tabindex]';
const looks = element => [element.localName, element.getAttribute('href'), element.getAttribute('aria-label'), element.dataset.record].join(' ');
const alike = (id, like) => {
  const home = id ? record.querySelector(`[data-id="${CSS.escape(id)}"]`) : record;
  return [...home?.querySelectorAll(FOCUSABLE) ?? []].filter(one => one.closest('[data-id]') === (id ? home : null) && looks(one) === like);
};

/** Where the keyboard is: in what part of the record, on what, and the how manieth of its kind there. */
function whereabouts(element) {
  const id = element.closest('[data-id]')?.dataset.id;
  const like = looks(element);
  return { id, like, place: alike(id, like).indexOf(element) };
}

const found = ({ id, like, place }) => alike(id, like)[place] ?? (id && record.querySelector(`[data-id="${CSS.escape(id)}"] > summary`));

document.addEventListener('callward:desk', ({ detail }) => {
  const ours = detail.type === 'board' && (detail.noted.includes(call) || detail.gone.includes(call));
  const missed = detail.type === 'truth' && record.dataset.live === 'true';
  if (ours || missed) soon();
});
document.addEventListener('pause', () => { if (again) soon(); }, true);

const calls = `${document.getElementById('pops').dataset.root ?? ''}/api/v1/calls/${call}`;

async function ask(path, options) {
  const answer = await fetch(calls + path, { credentials: 'same-origin', ...options, headers: { Accept: 'application/json', ...options?.headers } });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

const deeds = {
  async copy() {
    await navigator.clipboard.writeText(JSON.stringify(await ask('/record?masked=true'), null, 2));
  },
};

document.addEventListener('click', async event => {
  const button = event.target.closest('button[data-record]');
  if (!button) return;
  button.setAttribute('aria-live', 'polite');
  try {
    await deeds[button.dataset.record](button);
    button.lastElementChild.textContent = button.dataset.done;
  } catch {
    button.lastElementChild.textContent = button.dataset.failed;
  }
});

// Back to the list as it was left.
try {
  const list = sessionStorage.getItem('callward.calls');
  const back = document.querySelector('[data-calls="back"]');
  if (back && list?.startsWith('?')) back.href += list;
} catch { /* not kept, works all the same */ }
