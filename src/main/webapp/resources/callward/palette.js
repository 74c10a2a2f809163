// The command palette. Pages are those of the sidebar, so nobody is offered a page he may not enter; things are asked of the REST API.
const dialog = document.getElementById('palette');
const input = dialog.querySelector('input');
const list = document.getElementById('palette-list');
const none = dialog.querySelector('.cw-palette-none');
const status = dialog.querySelector('[role="status"]');
const words = dialog.dataset;
const root = words.root ?? ''; // Faces leaves out an attribute that is empty
const MOST = 5;
let chosen = -1;
let asking = null;
let waiting = 0;

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const has = path => document.querySelector(`.cw-nav a[href="${root}${path}/"]`) !== null;
const go = path => () => location.assign(root + path);

function pages() {
  return [...document.querySelectorAll('.cw-nav a, a.cw-me')].map(link => ({
    text: link.title, icon: link.querySelector('.pi')?.classList[1] ?? 'pi-user', run: () => location.assign(link.href),
  }));
}

function actions() {
  const all = [];
  if (has('/customers')) all.push({ text: words.newCustomer, icon: 'pi-user-plus', run: go('/customers/customer') });
  if (has('/tickets')) all.push({ text: words.newTicket, icon: 'pi-plus', run: go('/tickets/ticket') });
  if (has('/scripts')) all.push({ text: words.newScript, icon: 'pi-plus', run: go('/scripts/new') });
  if (has('/simulator')) all.push({ text: words.simulate, icon: 'pi-phone', run: go('/simulator/') });
  const theme = document.querySelector('[data-cw="theme"]');
  if (theme) all.push({ text: words.themeSwitch, icon: 'pi-moon', run: () => theme.click() });
  return all;
}

// What the house knows of the words. A list is asked only by who may open its page; one that fails is left out.
const SOURCES = [
  { heading: words.customers, path: '/customers', icon: 'pi-users', ask: q => `/customers?size=${MOST}&q=${q}`,
    shown: c => ({ text: c.name, note: c.company ?? c.numbers?.[0], to: `/customers/customer?id=${c.id}` }) },
  { heading: words.tickets, path: '/tickets', icon: 'pi-ticket', ask: q => `/tickets?size=${MOST}&q=${q}`,
    shown: t => ({ text: t.title, note: t.number, to: `/tickets/ticket?number=${encodeURIComponent(t.number)}` }) },
  { heading: words.calls, path: '/calls', icon: 'pi-history', ask: q => `/calls?size=${MOST}&text=${q}`,
    shown: c => ({ text: c.customerName || (c.caller === 'anonymous' ? words.anonymous : c.caller), note: new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(c.startedAt)), to: `/calls/call?id=${encodeURIComponent(c.id)}` }) },
  { heading: words.scripts, path: '/scripts', icon: 'pi-sitemap', ask: () => '/scripts?size=200', all: true,
    shown: s => ({ text: s.name, to: `/scripts/editor?id=${s.id}` }) },
  { heading: words.lines, path: '/lines', icon: 'pi-phone', ask: () => '/lines?size=200', all: true,
    shown: l => ({ text: l.name ?? l.number, note: l.number, to: '/lines/' }) },
];

async function found(source, text, signal) {
  try {
    const answer = await fetch(`${root}/api/v1${source.ask(encodeURIComponent(text))}`, { signal });
    if (!answer.ok) return [];
    const things = (await answer.json()).items.map(source.shown).filter(thing => !source.all || matches(`${thing.text} ${thing.note ?? ''}`, text));
    return things.slice(0, MOST).map(thing => ({ ...thing, icon: source.icon, run: go(thing.to) }));
  } catch {
    return [];
  }
}

const matches = (text, asked) => plain(asked).split(/\s+/).every(part => plain(text).includes(part));

async function search() {
  const text = input.value.trim();
  const own = [[words.pages, pages()], [words.actions, actions()]].map(([heading, things]) => [heading, things.filter(thing => matches(thing.text, text))]);
  show(own);
  asking?.abort();
  if (text.length < 2) return;
  const mine = asking = new AbortController();
  const sources = SOURCES.filter(source => has(source.path));
  const things = await Promise.all(sources.map(source => found(source, text, mine.signal)));
  if (!mine.signal.aborted) show([...own, ...sources.map((source, i) => [source.heading, things[i]])]);
}

function show(groups) {
  let count = 0;
  list.replaceChildren(...groups.filter(([, things]) => things.length).map(([heading, things], g) => {
    const group = document.createElement('div');
    const title = document.createElement('div');
    title.id = `palette-group-${g}`;
    title.className = 'cw-palette-group';
    title.textContent = heading;
    title.setAttribute('role', 'presentation');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', title.id);
    group.append(title, ...things.map(thing => option(thing, count++)));
    return group;
  }));
  none.hidden = count > 0;
  list.hidden = count === 0;
  status.textContent = count ? words.found.replace('{0}', count) : none.textContent;
  choose(count ? 0 : -1);
}

function option(thing, place) {
  const row = document.createElement('div');
  row.id = `palette-option-${place}`;
  row.className = 'cw-palette-option';
  row.setAttribute('role', 'option');
  const icon = document.createElement('span');
  icon.className = `pi ${thing.icon}`;
  icon.setAttribute('aria-hidden', 'true');
  const text = document.createElement('span');
  text.textContent = thing.text;
  row.append(icon, text);
  if (thing.note && thing.note !== thing.text) {
    const note = document.createElement('small');
    note.textContent = thing.note;
    row.append(note);
  }
  row.addEventListener('click', () => { dialog.close(); thing.run(); });
  row.addEventListener('pointermove', () => choose(place));
  return row;
}

function choose(place) {
  const rows = list.querySelectorAll('[role="option"]');
  chosen = rows.length ? (place + rows.length) % rows.length : -1;
  rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === chosen)));
  if (chosen < 0) { input.removeAttribute('aria-activedescendant'); return; }
  input.setAttribute('aria-activedescendant', rows[chosen].id);
  rows[chosen].scrollIntoView({ block: 'nearest' });
}

function open() {
  if (document.querySelector('dialog[open], [role="dialog"][aria-modal="true"]')) return; // nothing opens above something that is open
  input.value = '';
  dialog.showModal();
  search();
  input.focus();
}

input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
input.addEventListener('keydown', e => {
  if (e.isComposing) return;
  if (e.key === 'ArrowDown') choose(chosen + 1);
  else if (e.key === 'ArrowUp') choose(chosen - 1);
  else if (e.key === 'Enter') list.querySelectorAll('[role="option"]')[chosen]?.click();
  else return;
  e.preventDefault();
});
dialog.addEventListener('click', e => { if (e.target === dialog || e.target.closest('[data-palette="close"]')) dialog.close(); });
dialog.addEventListener('close', () => asking?.abort());
document.addEventListener('keydown', e => {
  if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === 'k') {
    e.preventDefault();
    if (dialog.open) dialog.close(); else open();
  }
});
for (const button of document.querySelectorAll('[data-cw="palette"]')) button.addEventListener('click', open);
