// The shell's own behaviour: theme, sidebar, and forms whose session ran out. No framework, no inline script.
const root = document.documentElement;

function keep(name, value) {
  try { value === null ? localStorage.removeItem(name) : localStorage.setItem(name, value); } catch { /* not kept, works all the same */ }
}

function dark() {
  return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

for (const button of document.querySelectorAll('[data-cw="theme"]')) {
  const show = () => button.setAttribute('aria-pressed', String(dark()));
  button.addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    keep('callward.theme', root.dataset.theme);
    show();
  });
  show();
}

for (const button of document.querySelectorAll('[data-cw="fold"]')) {
  const show = () => button.setAttribute('aria-expanded', String(root.dataset.nav !== 'folded'));
  button.addEventListener('click', () => {
    if (root.dataset.nav === 'folded') delete root.dataset.nav; else root.dataset.nav = 'folded';
    keep('callward.nav', root.dataset.nav ?? null);
    show();
  });
  show();
}

// The drawer on small screens
const opener = document.querySelector('[data-cw="menu"]');
if (opener) {
  const side = document.getElementById('side');
  const set = open => {
    if (open) root.dataset.menu = 'open'; else delete root.dataset.menu;
    opener.setAttribute('aria-expanded', String(open));
    if (open) side.querySelector('a, button')?.focus(); else opener.focus();
  };
  opener.addEventListener('click', () => set(root.dataset.menu !== 'open'));
  document.querySelector('[data-cw="veil"]')?.addEventListener('click', () => set(false));
  document.addEventListener('keydown', e => { if (e.key === 'Escape' && root.dataset.menu === 'open') set(false); });
  side.addEventListener('focusout', e => {
    if (root.dataset.menu === 'open' && e.relatedTarget && !side.contains(e.relatedTarget) && e.relatedTarget !== opener) set(false);
  });
}

// Filters apply themselves when a choice is made; typing waits for Enter.
for (const form of document.querySelectorAll('form[data-cw="filter"]')) {
  form.addEventListener('change', e => { if (e.target.matches('select, input[type="date"]')) form.requestSubmit(); });
  form.addEventListener('submit', () => {
    // a short address is one that can be passed on
    for (const field of form.elements) if (field.name && field.value === '') field.disabled = true;
  });
}
addEventListener('pageshow', () => {
  for (const field of document.querySelectorAll('form[data-cw="filter"] :disabled')) field.disabled = false;
});

// What was typed into a form is kept in this tab until the server has taken it: an expired session loses nothing.
const draft = 'callward.draft:' + location.pathname + location.search;
const fieldsOf = form => [...form.elements].filter(f => f.name && !f.readOnly
  && !['hidden', 'password', 'file', 'submit', 'button'].includes(f.type) && !f.name.startsWith('jakarta.faces.'));
const form = document.querySelector('form[data-cw="keep"]');

function takeBack() {
  const here = location.pathname + location.search;
  const left = sessionStorage.getItem('callward.left');
  const fromSignIn = document.referrer !== '' && new URL(document.referrer).pathname.startsWith('/sign-in');
  sessionStorage.removeItem('callward.left');
  // a POST that found no session comes back without its query: go on to the page that was really left
  if (fromSignIn && left && left !== here && left.startsWith(location.pathname + '?')) {
    sessionStorage.setItem('callward.restore', left);
    location.replace(left);
    return;
  }
  const kept = sessionStorage.getItem(draft);
  const back = fromSignIn || location.hash === '#restore' || sessionStorage.getItem('callward.restore') === here;
  sessionStorage.removeItem(draft);
  sessionStorage.removeItem('callward.restore');
  if (kept && back) restore(JSON.parse(kept));
}

if (form) {
  try { takeBack(); } catch { /* nothing kept */ }
  form.addEventListener('submit', () => {
    const values = {};
    for (const f of fieldsOf(form)) values[f.name] = f.type === 'checkbox' || f.type === 'radio' ? f.checked : f.value;
    try {
      sessionStorage.setItem(draft, JSON.stringify(values));
      sessionStorage.setItem('callward.left', location.pathname + location.search);
    } catch { /* full: not kept */ }
  });
}

function restore(values) {
  for (const f of fieldsOf(form)) {
    if (!(f.name in values)) continue;
    if (f.type === 'checkbox' || f.type === 'radio') f.checked = values[f.name]; else f.value = values[f.name];
  }
}

// Buttons that cannot be undone ask once, in their own place.
for (const button of document.querySelectorAll('[data-sure]')) {
  let asked = false;
  const words = button.querySelector('.ui-button-text') ?? button;
  const before = words.textContent;
  button.addEventListener('click', e => {
    if (asked) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    asked = true;
    words.textContent = button.dataset.sure;
    button.setAttribute('aria-live', 'polite');
    setTimeout(() => { asked = false; words.textContent = before; }, 5000);
  }, true);
}

// Instants are sent in UTC and shown in the reader's own time.
function localTimes(within) {
  for (const time of within.querySelectorAll('time[data-cw]')) {
    const at = new Date(time.dateTime);
    if (isNaN(at)) continue;
    const style = time.dataset.cw === 'time' ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' };
    time.textContent = new Intl.DateTimeFormat(root.lang, style).format(at);
    time.title = new Intl.DateTimeFormat(root.lang, { dateStyle: 'full', timeStyle: 'long' }).format(at);
  }
}
localTimes(document);
// a part of the page that was read anew
document.addEventListener('callward:fresh', event => localTimes(event.detail));
