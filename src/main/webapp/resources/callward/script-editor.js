// The script editor: a list of steps with their fields, kept as the draft's JSON. Every change is saved by itself through the API and can be undone;
// what cannot be saved yet is kept in this browser. The page holds all words and shapes, one template per kind of step.
const home = document.getElementById('editor');
const api = `${home.dataset.api}/scripts`;
const id = home.dataset.script;
const pages = home.dataset.pages ?? ''; // JSF leaves out an attribute that is empty
const kept = `callward.script:${id}`;
// some buttons stand in the page's head
const $ = selector => document.getElementById('main').querySelector(selector);
const words = new Map([...document.querySelectorAll('#se-words-list data')].map(each => [each.value, each.textContent]));
const word = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), words.get(key) ?? key);

const VOICES = { 'en-US': ['Polly.Joanna-Neural', 'Polly.Matthew-Neural', 'Polly.Ruth-Neural', 'Google.en-US-Neural2-C'], 'en-GB': ['Polly.Amy-Neural', 'Polly.Brian-Neural'],
  'es-ES': ['Polly.Lucia-Neural', 'Polly.Sergio-Neural'], 'es-MX': ['Polly.Mia-Neural', 'Polly.Andres-Neural'], 'es-US': ['Polly.Lupe-Neural', 'Polly.Pedro-Neural'],
  'de-DE': ['Polly.Vicki-Neural', 'Polly.Daniel-Neural'], 'fr-FR': ['Polly.Lea-Neural', 'Polly.Remi-Neural'], 'it-IT': ['Polly.Bianca-Neural'], 'nl-NL': ['Polly.Laura-Neural'],
  'pt-BR': ['Polly.Camila-Neural'], 'pt-PT': ['Polly.Ines-Neural'], 'ca-ES': ['Polly.Arlet-Neural'], 'pl-PL': ['Polly.Ola-Neural'], 'ja-JP': ['Polly.Kazuha-Neural'] };

let draft = { steps: [] };
let version = 0;
let problems = [];
let known = { greetings: [], destinations: [], mailboxes: [], calendars: null, groups: null, variables: [] };
const open = new Set();

async function call(method, path, body) {
  const answer = await fetch(path, { method, headers: { 'X-Callward': '1', 'Accept-Language': document.documentElement.lang, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body) });
  const type = answer.headers.get('Content-Type') ?? '';
  const said = type.includes('json') ? await answer.json() : null;
  if (!answer.ok) throw Object.assign(new Error(said?.detail ?? `${answer.status}`), { status: answer.status, said });
  return said;
}

const copy = value => JSON.parse(JSON.stringify(value));
const stepNamed = name => draft.steps.find(step => step.id === name);
const shape = name => document.getElementById(name).content.cloneNode(true);
const say = text => { $('#se-said').textContent = ''; requestAnimationFrame(() => { $('#se-said').textContent = text; }); };
function element(tag, text, attributes = {}) {
  const made = Object.assign(document.createElement(tag), attributes);
  if (text !== undefined) made.textContent = text;
  return made;
}

// ---- undo ------------------------------------------------------------------------------------------------------------------------------------
const past = [], future = [];
let lastEdit = { what: null, at: 0 };
let before = '';

/** Called after every change. @param what edits of the same thing in one go are undone in one go */
function changed(what) {
  const now = performance.now();
  if (what !== lastEdit.what || now - lastEdit.at > 1500 || what === null) past.push(before);
  lastEdit = { what, at: now };
  before = JSON.stringify(draft);
  future.length = 0;
  if (past.length > 200) past.shift();
  undoButtons();
  keep();
  saveSoon();
}

function undoButtons() {
  $('[data-do=undo]').disabled = past.length === 0;
  $('[data-do=redo]').disabled = future.length === 0;
}

function goBack(from, to, told) {
  if (from.length === 0) return;
  to.push(before);
  before = from.pop();
  draft = JSON.parse(before);
  lastEdit = { what: null, at: 0 };
  showAll();
  undoButtons();
  keep();
  saveSoon();
  say(word(told));
}

// ---- saving ----------------------------------------------------------------------------------------------------------------------------------
let timer = null, saving = null, dirty = false, wait = 700;

function state(name) {
  $('#se-state').dataset.state = name;
  $('#se-state').textContent = word(`state.${name}`);
}

/** A copy in this browser, until the server has it: no broken line and no closed tab loses a word. */
function keep() {
  dirty = true;
  try { localStorage.setItem(kept, JSON.stringify({ version, steps: draft })); } catch { /* full: the server gets it in a moment */ }
}

function saveSoon() {
  state('unsaved');
  clearTimeout(timer);
  timer = setTimeout(() => save().catch(() => {}), wait);
}

async function save() {
  clearTimeout(timer);
  while (saving) await saving.catch(() => {}); // whoever waited for the same saving must not save the next one twice
  if (!dirty) return;
  saving = send();
  try { await saving; } finally { saving = null; }
  if (dirty) await save();
}

async function send() {
  const sent = JSON.stringify(draft);
  state('saving');
  try {
    const answer = await call('PUT', `${api}/${id}/draft`, { version, steps: JSON.parse(sent) });
    version = answer.version;
    wait = 700;
    trouble(null);
    if (JSON.stringify(draft) === sent) {
      dirty = false;
      localStorage.removeItem(kept);
      state('saved');
    } else {
      keep();
    }
    showProblems(answer.problems);
    document.dispatchEvent(new CustomEvent('callward:draft-changed', { detail: { version, steps: copy(draft), problems } }));
  } catch (problem) {
    state('unsaved');
    if (problem.status === 409) await moved(problem.message);
    else if (problem.status === 401) trouble(word('signedOut'), [[word('signIn'), () => window.open(`${pages}/sign-in`, '_blank')], [word('again'), () => save().catch(() => {})]]);
    else if (problem.status >= 400 && problem.status < 500) trouble(problem.message);
    else {
      trouble(word('offline'));
      wait = Math.min(30000, wait * 2);
      saveSoon();
    }
    throw problem;
  }
}

/** Somebody else saved meanwhile: nothing is overwritten unless one says so, and either can be undone. */
async function moved(message) {
  const theirs = await call('GET', `${api}/${id}/draft`);
  trouble(message, [
    [word('keepMine'), () => { version = theirs.version; trouble(null); save().catch(() => {}); }],
    [word('takeTheirs'), () => { trouble(null); take(theirs, true); }]]);
}

function take(answer, undoable) {
  if (undoable) past.push(before);
  version = answer.version;
  draft = answer.steps;
  before = JSON.stringify(draft);
  dirty = false;
  localStorage.removeItem(kept);
  state('saved');
  showAll();
  undoButtons();
  showProblems(answer.problems);
  document.dispatchEvent(new CustomEvent('callward:draft-changed', { detail: { version, steps: copy(draft), problems } }));
}

function trouble(text, deeds = []) {
  const box = $('#se-trouble');
  box.hidden = text === null;
  box.querySelector('p').textContent = text ?? '';
  const tools = box.querySelector('.se-tools');
  tools.replaceChildren(...deeds.map(([label, deed]) => {
    const button = element('button', label, { type: 'button', className: 'cw-button cw-little' });
    button.addEventListener('click', deed);
    return button;
  }));
}

addEventListener('beforeunload', event => { if (dirty) { save().catch(() => {}); event.preventDefault(); } });
addEventListener('online', () => { if (dirty) save().catch(() => {}); });

// ---- steps -----------------------------------------------------------------------------------------------------------------------------------
const TARGETS = { greet: ['next'], menu: ['otherwise'], ask: ['next', 'otherwise'], ring: ['unanswered'], 'ring-group': ['unanswered', 'nobodyFree', 'closed'], hold: ['message', 'closed', 'nobody', 'unanswered'], 'by-time': ['open', 'closed'], 'send-text': ['next'], 'hand-over': ['next'] };
let count = 0;

function free(wanted) {
  if (!stepNamed(wanted)) return wanted;
  let n = 2;
  while (stepNamed(`${wanted}-${n}`)) n++;
  return `${wanted}-${n}`;
}

function add(kind, at = draft.steps.length) {
  const step = { kind, id: free(word(`id.${kind}`)) };
  if (['greet', 'menu', 'ask', 'ring', 'take-message', 'hang-up'].includes(kind) && kind !== 'ring') step.says = [{ text: '' }];
  if (kind === 'menu') step.choices = [{ key: '1' }];
  if (kind === 'take-message' && known.mailboxes?.length) step.mailbox = known.mailboxes[0].key;
  if (kind === 'hold' && known.groups?.length) step.group = known.groups[0].key;
  if (kind === 'by-time' && known.calendars?.length) step.calendar = known.calendars[0].key;
  if (kind === 'ring-group' && known.groups?.length) step.group = known.groups[0].key;
  draft.steps.splice(at, 0, step);
  if (draft.steps.length === 1) draft.first = step.id;
  open.add(step.id);
  return step;
}

function eachTarget(step, use) {
  for (const field of TARGETS[step.kind] ?? []) use(step, field);
  for (const choice of Array.isArray(step.choices) ? step.choices : []) use(choice, 'next');
}

function rename(step, wanted) {
  const name = wanted.trim().replace(/\s+/g, '-');
  if (name === '' || name === step.id) return step.id;
  const old = step.id, alone = draft.steps.filter(other => other.id === old).length === 1;
  step.id = '';
  step.id = free(name);
  if (alone && old) {
    for (const other of draft.steps) eachTarget(other, (holder, field) => { if (holder[field] === old) holder[field] = step.id; });
    if (draft.first === old) draft.first = step.id;
  }
  if (open.delete(old)) open.add(step.id);
  changed(null);
  return step.id;
}

function card(place) { return $('#se-steps').children[place]?.querySelector('.se-step'); }
function placeOf(node) { return [...$('#se-steps').children].indexOf(node.closest('#se-steps > li')); }
const tongue = () => draft.tongue ?? { language: 'en-US' };

function showAll(focus) {
  $('#se-steps').replaceChildren(...draft.steps.map(made));
  $('#se-none').hidden = draft.steps.length > 0;
  showSettings();
  showProblems(problems.filter(problem => problem.place < draft.steps.length));
  if (focus) focusOn(focus.place, focus.selector);
}

function focusOn(place, selector) {
  const there = card(place);
  const target = selector ? there?.querySelector(selector) : there;
  (target ?? there)?.focus();
  there?.scrollIntoView({ block: 'nearest' });
}

function made(step, place) {
  const item = shape('se-card').firstElementChild;
  const article = item.querySelector('.se-step');
  fill(article, step, place);
  return item;
}

function fill(article, step, place) {
  const uid = `se${++count}`;
  article.querySelector('[data-icon]').classList.add(word(`icon.${step.kind}`));
  const name = article.querySelector('[data-id]');
  name.value = step.id ?? '';
  name.addEventListener('change', () => { name.value = rename(step, name.value); showNames(); });
  named(article, step);
  const body = article.querySelector('.se-body');
  body.id = `${uid}-body`;
  const head = article.querySelector('[data-do=toggle]');
  head.setAttribute('aria-controls', body.id);
  unfold(article, open.has(step.id));
  const fields = article.querySelector('[data-fields]');
  const template = document.querySelector(`template[data-kind="${CSS.escape(step.kind ?? '')}"]`);
  if (template) fields.replaceChildren(template.content.cloneNode(true));
  article.querySelector('[data-do=up]').disabled = place === 0;
  article.querySelector('[data-do=down]').disabled = place === draft.steps.length - 1;
  for (const input of fields.querySelectorAll('[data-field]')) bindField(input, step);
  for (const input of fields.querySelectorAll('[data-keys]')) bindKeys(input, fields.querySelector(`[data-no-keys="${input.dataset.keys}"]`), step);
  for (const select of fields.querySelectorAll('[data-target]')) bindTarget(select, step, select.dataset.target, step);
  for (const button of fields.querySelectorAll('[data-new-target]')) button.addEventListener('click', () => newTarget(step, step, button.dataset.newTarget));
  for (const select of fields.querySelectorAll('[data-pick]')) bindPick(select, step);
  for (const box of fields.querySelectorAll('[data-says]')) bindRows(box, step, box.dataset.says, saysRow);
  for (const box of fields.querySelectorAll('[data-choices]')) bindRows(box, step, 'choices', choiceRow);
  for (const box of fields.querySelectorAll('[data-destinations]')) bindRows(box, step, 'destinations', destinationRow);
  for (const box of fields.querySelectorAll('[data-written] ~ [data-insert]')) inserts(box, box.parentElement.querySelector('textarea'));
  label(article, uid);
  summary(article, step);
}

function named(article, step) {
  article.id = `step-${step.id}`;
  article.dataset.step = step.id;
  for (const button of article.querySelectorAll('.se-stepbar button')) button.setAttribute('aria-label', `${button.textContent.trim()}: ${step.id}`);
}

/** After a step has another name. Nothing is built anew: whoever tabs on is not thrown back. */
function showNames() {
  draft.steps.forEach((step, place) => { named(card(place), step); summary(card(place), step); });
  for (const select of home.querySelectorAll('[data-target], [data-part=next]')) select.refresh();
  showSettings();
}

/** Labels, hints and errors belong to their inputs for those who do not see them beside each other, too. */
function label(scope, uid) {
  for (const item of scope.querySelectorAll('.se-item')) {
    const problem = item.querySelector(':scope > [data-problems]');
    const input = item.querySelector(':scope > textarea, :scope > select');
    if (problem) problem.id = `${uid}-${++count}-p`;
    if (problem && input) input.setAttribute('aria-describedby', problem.id);
  }
  for (const box of scope.querySelectorAll('.se-field')) {
    const input = box.querySelector(':scope > input, :scope > select, :scope > textarea, :scope > .se-with > select, :scope > .se-with > input, :scope > .cw-check > input');
    const caption = box.querySelector(':scope > [data-caption]');
    const problem = box.querySelector(':scope > [data-problems]');
    const key = `${uid}-${++count}`;
    if (problem) problem.id = `${key}-p`;
    if (caption) { caption.id = `${key}-c`; box.setAttribute('aria-labelledby', caption.id); }
    if (!input) continue;
    input.id = key;
    const hint = box.querySelector(':scope > .cw-help');
    if (hint) hint.id = `${key}-h`;
    input.setAttribute('aria-describedby', [hint?.id, problem?.id ?? box.closest('.se-item')?.querySelector(':scope > [data-problems]')?.id].filter(Boolean).join(' '));
    const text = box.querySelector(':scope > label, :scope > .cw-check > label');
    if (text) text.htmlFor = key;
  }
}

function set(holder, field, value) {
  if (value === '' || value === null || value === undefined || value === false) delete holder[field]; else holder[field] = value;
}

function touched(step, what) {
  changed(what);
  const article = card(draft.steps.indexOf(step));
  if (article) summary(article, step);
}

function bindField(input, step) {
  const field = input.dataset.field;
  if (input.type === 'checkbox') input.checked = step[field] === true;
  else input.value = step[field] ?? '';
  input.addEventListener(input.type === 'checkbox' || input.tagName === 'SELECT' ? 'change' : 'input', () => {
    if (input.type === 'checkbox') set(step, field, input.checked);
    else if ('number' in input.dataset) set(step, field, /^\d{1,9}$/.test(input.value.trim()) ? Number(input.value.trim()) : input.value);
    else set(step, field, input.value);
    touched(step, `${step.id}.${field}`);
  });
}

/** No field means the usual key, an empty one none. */
function bindKeys(input, none, step) {
  const field = input.dataset.keys;
  input.value = step[field] ?? '';
  none.checked = step[field] === '';
  input.disabled = none.checked;
  none.id = `se${++count}-none`;
  none.nextElementSibling.htmlFor = none.id;
  input.addEventListener('input', () => { set(step, field, input.value.trim()); touched(step, `${step.id}.${field}`); });
  none.addEventListener('change', () => {
    if (none.checked) step[field] = ''; else set(step, field, input.value.trim());
    input.disabled = none.checked;
    touched(step, null);
  });
}

function options(select, pairs, value, empty) {
  select.replaceChildren(...(empty === undefined ? [] : [new Option(empty, '')]), ...pairs.map(([key, name]) => new Option(name, key)));
  if (value && !pairs.some(([key]) => key === value)) select.append(new Option(word('gone', value), value));
  if (value || empty !== undefined) select.value = value ?? '';
}

function steps() {
  return draft.steps.filter(step => step.id).map(step => [step.id, `${step.id} · ${word(`kind.${step.kind}`)}`]);
}

function bindTarget(select, holder, field, step) {
  select.refresh = () => options(select, steps(), holder[field], select.dataset.none || word('end'));
  select.refresh();
  select.addEventListener('change', () => { set(holder, field, select.value); touched(step, null); });
}

function bindPick(select, step) {
  const field = select.dataset.pick, things = known[select.dataset.things];
  if (!things) {
    const input = element('input', undefined, { type: 'text', maxLength: 40, autocomplete: 'off', value: step[field] ?? '' });
    select.replaceWith(input);
    input.addEventListener('input', () => { set(step, field, input.value.trim()); touched(step, `${step.id}.${field}`); });
    return;
  }
  options(select, things.map(thing => [thing.key, thing.name]), step[field], word('choose'));
  select.addEventListener('change', () => { set(step, field, select.value); touched(step, null); });
}

// ---- rows: what is heard, choices, destinations ----------------------------------------------------------------------------------------------
function bindRows(box, step, field, row) {
  const list = box.querySelector('[data-rows]');
  const values = () => Array.isArray(step[field]) ? step[field] : (step[field] = []);
  const show = () => {
    const all = Array.isArray(step[field]) ? step[field] : [];
    list.replaceChildren(...all.map((value, i) => {
      const item = row(value, step, field, i);
      item.dataset.path = `${field}.${i}`;
      for (const sub of item.querySelectorAll('[data-sub]')) sub.dataset.path = `${field}.${i}.${sub.dataset.sub}`;
      const moves = item.querySelector('[data-moves]');
      moves.replaceWith(shape('se-moves'));
      for (const button of item.querySelectorAll('[data-move]')) {
        button.setAttribute('aria-label', `${button.title}: ${i + 1}`);
        if (button.dataset.move === 'up' && i === 0 || button.dataset.move === 'down' && i === all.length - 1) button.disabled = true;
        button.addEventListener('click', () => move(button.dataset.move, i));
      }
      return item;
    }));
    label(list, `se${++count}`);
    if (box.hasAttribute('data-destinations')) offer();
  };
  const move = (how, i) => {
    const all = values();
    const [taken] = all.splice(i, 1);
    const to = how === 'up' ? i - 1 : i + 1;
    if (how !== 'away') all.splice(to, 0, taken);
    else if (all.length === 0) delete step[field];
    touched(step, null);
    show();
    showProblems(problems);
    const rowNow = list.children[how === 'away' ? Math.min(i, list.children.length - 1) : to];
    const button = rowNow?.querySelector(`[data-move="${how}"]:not(:disabled)`) ?? rowNow?.querySelector('[data-move]:not(:disabled)') ?? box.querySelector('[data-add]');
    button.focus();
    say(word(how === 'away' ? 'removed' : 'moved', to + 1, all.length));
  };
  const select = box.querySelector('[data-choose]');
  const offer = () => {
    const taken = new Set(Array.isArray(step[field]) ? step[field] : []);
    const rest = (known.destinations ?? []).filter(one => !taken.has(one.key)).map(one => [one.key, one.name]);
    if (!taken.has('{{line.forward}}')) rest.push(['{{line.forward}}', word('lineForward')]);
    options(select, rest);
    box.querySelector('[data-add=destination]').disabled = rest.length === 0;
  };
  for (const button of box.querySelectorAll('[data-add]')) button.addEventListener('click', () => {
    const value = { words: () => ({ text: '' }), greeting: () => ({ greeting: known.greetings[0]?.key ?? '' }), choice: () => ({ key: nextKey(values()) }), destination: () => select.value }[button.dataset.add]();
    if (value === '') return;
    values().push(value);
    touched(step, null);
    show();
    const added = list.lastElementChild;
    (added.querySelector('textarea, input, select') ?? added.querySelector('[data-move]:not(:disabled)') ?? button).focus();
  });
  show();
}

function nextKey(choices) {
  return ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'].find(key => !choices.some(choice => choice.key === key)) ?? '';
}

function saysRow(said, step, field, i) {
  const isGreeting = typeof said?.greeting === 'string';
  const item = shape(isGreeting ? 'se-greeting' : 'se-words').firstElementChild;
  const heard = item.querySelector('[data-heard]');
  if (isGreeting) {
    const select = item.querySelector('select');
    options(select, known.greetings.map(greeting => [greeting.key, greeting.name]), said.greeting, known.greetings.length ? undefined : word('noGreeting'));
    const show = () => {
      const greeting = known.greetings.find(one => one.key === said.greeting);
      heard.parentElement.hidden = !greeting?.words;
      if (greeting?.words) hear(greeting.words, heard);
    };
    select.addEventListener('change', () => { said.greeting = select.value; touched(step, null); show(); });
    item.querySelector('[data-do=play]').addEventListener('click', () => {
      const greeting = known.greetings.find(one => one.key === said.greeting);
      if (greeting?.sound) sound(pages + greeting.sound); else speak(heard.textContent);
    });
    show();
    return item;
  }
  const text = item.querySelector('textarea');
  text.value = said?.text ?? '';
  text.setAttribute('aria-label', `${text.getAttribute('aria-label')} ${i + 1}`);
  hear(text.value, heard);
  text.addEventListener('input', () => {
    step[field][i] = { text: text.value };
    touched(step, `${step.id}.${field}.${i}`);
    hear(text.value, heard);
  });
  inserts(item.querySelector('[data-insert]'), text);
  item.querySelector('[data-do=play]').addEventListener('click', () => speak(heard.textContent));
  return item;
}

function choiceRow(choice, step, field, i) {
  const item = shape('se-choice').firstElementChild;
  const key = item.querySelector('[data-part=key]'), spoken = item.querySelector('[data-part=words]');
  key.value = choice.key ?? '';
  spoken.value = (Array.isArray(choice.words) ? choice.words : []).join(', ');
  key.addEventListener('input', () => { choice.key = key.value.trim(); touched(step, `${step.id}.${field}.${i}.key`); });
  spoken.addEventListener('input', () => {
    set(choice, 'words', spoken.value.split(',').map(each => each.trim()).filter(Boolean));
    if (!choice.words?.length) delete choice.words;
    touched(step, `${step.id}.${field}.${i}.words`);
  });
  bindTarget(item.querySelector('[data-part=next]'), choice, 'next', step);
  item.querySelector('[data-do=new-target]').addEventListener('click', () => newTarget(step, choice, 'next'));
  return item;
}

function destinationRow(key) {
  const item = shape('se-destination').firstElementChild;
  const name = key === '{{line.forward}}' ? word('lineForward') : known.destinations?.find(one => one.key === key)?.name ?? key;
  item.querySelector('[data-name]').textContent = name;
  return item;
}

// ---- names, preview, sound -------------------------------------------------------------------------------------------------------------------
const USUAL = ['customer.name', 'line.name', 'ticket.number', 'ticket.title', 'caller.shown', 'caller.number', 'line.number'];
function variables() {
  const asked = draft.steps.filter(step => step.kind === 'ask' && step.name).map(step => step.name);
  return [...new Set([...USUAL, ...asked, ...known.variables.map(each => each.name)])];
}

function inserts(place, text) {
  place.replaceChildren(shape('se-inserts'));
  const select = place.querySelector('select');
  const refresh = () => { const chosen = select.value; options(select, variables().map(name => [name, name])); if (chosen) select.value = chosen; if (!select.value) select.selectedIndex = 0; };
  refresh();
  select.addEventListener('focus', refresh);
  place.querySelector('[data-do=insert]').addEventListener('click', () => {
    text.setRangeText(`{{${select.value}}}`, text.selectionStart, text.selectionEnd, 'end');
    text.dispatchEvent(new Event('input', { bubbles: true }));
    text.focus();
  });
}

const unheard = new Map();
let hearing = null;

/** What a caller hears of a text, by the same code that speaks to callers. */
function hear(text, place) {
  unheard.set(place, text);
  clearTimeout(hearing);
  hearing = setTimeout(async () => {
    const all = [...unheard];
    unheard.clear();
    try {
      const facts = Object.fromEntries(draft.steps.filter(step => step.kind === 'ask' && /^[A-Za-z][A-Za-z0-9_.-]*$/.test(step.name ?? '') && !known.variables.some(each => each.name === step.name)).map(step => [step.name, '1234']));
      const answer = await call('POST', `${api}/heard`, { language: tongue().language, voice: tongue().voice ?? null, texts: all.map(([, each]) => each), facts });
      all.forEach(([where], i) => { where.textContent = answer.texts[i]; });
    } catch { /* the next change asks again */ }
  }, 250);
}

let playing = null;
function sound(url) {
  playing?.pause();
  playing = new Audio(url);
  playing.play().catch(() => say(word('noSound')));
}

function speak(text) {
  if (!window.speechSynthesis || !text) return;
  speechSynthesis.cancel();
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = tongue().language;
  speechSynthesis.speak(spoken);
}

// ---- what a folded step shows ----------------------------------------------------------------------------------------------------------------
function unfold(article, yes) {
  article.querySelector('.se-body').hidden = !yes;
  article.querySelector('.se-peek').hidden = yes;
  article.querySelector('[data-do=toggle]').setAttribute('aria-expanded', String(yes));
  if (yes) open.add(article.dataset.step); else open.delete(article.dataset.step);
}

function summary(article, step) {
  article.querySelector('[data-title]').textContent = step.id || word('unnamed');
  article.querySelector('[data-kindname]').textContent = words.has(`kind.${step.kind}`) ? word(`kind.${step.kind}`) : step.kind;
  article.querySelector('[data-first]').hidden = draft.first !== step.id;
  article.querySelector('[data-do=first]').disabled = draft.first === step.id;
  const peek = article.querySelector('[data-peek]');
  const lines = [];
  const said = (Array.isArray(step.says) ? step.says : []).map(each => each?.greeting ? `♪ ${known.greetings.find(one => one.key === each.greeting)?.name ?? each.greeting}` : each?.text).filter(Boolean).join(' ') || step.text;
  if (said) lines.push(element('p', said, { className: 'se-quote' }));
  if (Array.isArray(step.destinations) && step.destinations.length) lines.push(element('p', step.destinations.map(key => key === '{{line.forward}}' ? word('lineForward') : known.destinations?.find(one => one.key === key)?.name ?? key).join(', '), { className: 'cw-small' }));
  const ways = [];
  for (const choice of Array.isArray(step.choices) ? step.choices : []) ways.push([choice.key || '?', choice.next]);
  for (const field of TARGETS[step.kind] ?? []) if (step[field] || field === 'next') ways.push([word(`way.${field}`), step[field]]);
  if (ways.length) {
    const list = element('ul', undefined, { className: 'se-ways' });
    for (const [name, to] of ways) {
      const line = element('li', `${name} → `);
      if (to && stepNamed(to)) {
        const link = element('a', to, { href: `#step-${encodeURIComponent(to)}` });
        link.addEventListener('click', event => { event.preventDefault(); choose(to, 'list'); });
        line.append(link);
      } else line.append(to ? word('gone', to) : word('end'));
      list.append(line);
    }
    lines.push(list);
  }
  peek.replaceChildren(...lines);
}

function showSettings() {
  options($('#se-first'), steps(), draft.first, word('choose'));
  const language = tongue().language ?? 'en-US';
  if (![...$('#se-language').options].some(option => option.value === language)) $('#se-language').append(new Option(language, language));
  $('#se-language').value = language;
  $('#se-voice').value = tongue().voice ?? '';
  $('#se-voices').replaceChildren(...(VOICES[language] ?? []).map(voice => new Option(voice, voice)));
}

// ---- problems --------------------------------------------------------------------------------------------------------------------------------
function showProblems(now) {
  problems = now;
  for (const list of home.querySelectorAll('[data-problems]')) list.replaceChildren();
  for (const marked of home.querySelectorAll('[aria-invalid]')) marked.removeAttribute('aria-invalid');
  for (const problem of problems) {
    const scope = problem.place < 0 ? $('.se-side') : card(problem.place);
    const box = scope && nearest(scope, problem.field);
    const list = listOf(box) ?? (problem.place < 0 ? null : scope?.querySelector('[data-whole]'));
    list?.append(line(problem));
    if (box?.closest('.se-rest') && problem.severity === 'ERROR') box.closest('.se-rest').open = true;
    if (box && problem.severity === 'ERROR') box.querySelector('input, select, textarea')?.setAttribute('aria-invalid', 'true');
  }
  draft.steps.forEach((step, place) => {
    const badge = card(place)?.querySelector('[data-count]');
    if (!badge) return;
    const mine = problems.filter(problem => problem.place === place);
    badge.hidden = mine.length === 0;
    badge.dataset.tone = mine.some(problem => problem.severity === 'ERROR') ? 'bad' : 'warn';
    badge.textContent = word(mine.length === 1 ? 'problem' : 'problems', mine.length);
  });
  const list = $('#se-problems');
  list.replaceChildren(...problems.map(problem => {
    const item = line(problem);
    if (problem.place >= 0) {
      const link = element('a', problem.step || word('unnamed'), { href: `#step-${encodeURIComponent(problem.step)}` });
      link.addEventListener('click', event => { event.preventDefault(); go(problem); });
      item.querySelector('span:last-child').prepend(link, ': ');
    }
    return item;
  }));
  if (problems.length === 0) list.append(element('li', word('noProblems'), { className: 'cw-quiet' }));
}

function line(problem) {
  const item = element('li', undefined, { className: 'se-problem' });
  item.dataset.severity = problem.severity;
  item.append(element('span', undefined, { className: `pi ${problem.severity === 'ERROR' ? 'pi-times-circle' : 'pi-exclamation-triangle'}`, ariaHidden: 'true' }),
    element('span', word(problem.severity === 'ERROR' ? 'error' : 'warning'), { className: 'cw-unseen' }), element('span', problem.message));
  return item;
}

/** The innermost box of a field: {@code choices.0.next}, else {@code choices.0}, else {@code choices}. */
function nearest(scope, field) {
  for (let path = field; path; path = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '') {
    const box = scope.querySelector(`[data-path="${CSS.escape(path)}"]`);
    if (box) return box;
  }
  return null;
}

/** Where the problems of a box stand: in it, or in the next one around it that has a list. */
function listOf(box) {
  for (let each = box; each; each = each.parentElement.closest('[data-path]')) {
    const list = each.querySelector(':scope > [data-problems]');
    if (list) return list;
  }
  return null;
}

function go(problem) {
  const there = card(problem.place);
  if (!there) return;
  unfold(there, true);
  const box = nearest(there, problem.field);
  if (box?.closest('.se-rest')) box.closest('.se-rest').open = true;
  (box?.querySelector('input, select, textarea, button') ?? there).focus();
  there.scrollIntoView({ block: 'nearest' });
}

// ---- between list and drawing ----------------------------------------------------------------------------------------------------------------
function choose(name, from) {
  const place = draft.steps.findIndex(step => step.id === name);
  if (place < 0) return;
  const there = card(place);
  unfold(there, true);
  if (!$('#se-list').hidden) {
    there.focus();
    there.scrollIntoView({ block: 'nearest' });
  }
  if (from === 'list') document.dispatchEvent(new CustomEvent('callward:step-chosen', { detail: { id: name, from: 'list' } }));
}
document.addEventListener('callward:step-chosen', event => { if (event.detail?.from !== 'list') choose(event.detail?.id, 'elsewhere'); });

// ---- deeds -----------------------------------------------------------------------------------------------------------------------------------
function askKind() {
  const dialog = $('#se-kinds');
  dialog.returnValue = '';
  dialog.showModal();
  dialog.querySelector('.se-kinds button').focus();
  return new Promise(done => dialog.addEventListener('close', () => done(dialog.returnValue), { once: true }));
}

async function newTarget(step, holder, field) {
  const kind = await askKind();
  if (!kind) return;
  const made = add(kind, draft.steps.indexOf(step) + 1);
  holder[field] = made.id;
  changed(null);
  showAll({ place: draft.steps.indexOf(made), selector: '[data-id]' });
  say(word('added', made.id));
}

const stepDeeds = {
  toggle(article) { unfold(article, article.querySelector('.se-body').hidden); if (open.has(article.dataset.step)) document.dispatchEvent(new CustomEvent('callward:step-chosen', { detail: { id: article.dataset.step, from: 'list' } })); },
  up(article, place) { shift(place, place - 1, 'up'); },
  down(article, place) { shift(place, place + 1, 'down'); },
  first(article, place) { draft.first = draft.steps[place].id; changed(null); showAll({ place, selector: '[data-do=toggle]' }); say(word('beginsHere', draft.first)); },
  duplicate(article, place) {
    const twin = copy(draft.steps[place]);
    twin.id = free(`${twin.id}-2`);
    draft.steps.splice(place + 1, 0, twin);
    open.add(twin.id);
    changed(null);
    showAll({ place: place + 1, selector: '[data-id]' });
    say(word('added', twin.id));
  },
  delete(article, place) {
    const [gone] = draft.steps.splice(place, 1);
    changed(null);
    showAll();
    toast(word('deleted', gone.id), word('undo'), () => goBack(past, future, 'undone'));
  }
};

function shift(from, to, selector) {
  if (to < 0 || to >= draft.steps.length) return;
  const [step] = draft.steps.splice(from, 1);
  draft.steps.splice(to, 0, step);
  changed(null);
  showAll();
  const button = card(to).querySelector(`[data-do=${selector}]`);
  (button.disabled ? card(to).querySelector('[data-do=toggle]') : button).focus();
  say(word('moved', to + 1, draft.steps.length));
}

let toasting = null;
function toast(text, label, deed) {
  document.getElementById('se-toast')?.remove();
  clearTimeout(toasting);
  const box = element('div', undefined, { id: 'se-toast', className: 'se-toast' });
  box.setAttribute('role', 'status');
  home.append(box);
  box.append(element('span', text));
  if (label) {
    const button = element('button', label, { type: 'button', className: 'cw-button cw-little' });
    button.addEventListener('click', () => { box.remove(); deed(); });
    box.append(button);
    button.focus();
  }
  toasting = setTimeout(() => { if (!box.contains(document.activeElement)) box.remove(); }, 10000);
}

/** What waits for the server is not begun again meanwhile: a second click must not publish twice. */
const underWay = new Set();
async function once(deed) {
  if (underWay.has(deed)) return;
  underWay.add(deed);
  try { await deed(); } finally { underWay.delete(deed); }
}

const deeds = {
  undo: () => goBack(past, future, 'undone'),
  redo: () => goBack(future, past, 'redone'),
  'open-all': () => { for (const each of home.querySelectorAll('.se-step')) unfold(each, true); },
  'close-all': () => { for (const each of home.querySelectorAll('.se-step')) unfold(each, false); },
  async 'add-step'() {
    const kind = await askKind();
    if (!kind) return $('[data-do=add-step]').focus();
    const made = add(kind);
    changed(null);
    showAll({ place: draft.steps.indexOf(made), selector: '[data-id]' });
    say(word('added', made.id));
  },
  async publish() {
    try { await begun; await save(); } catch { return; }
    const errors = problems.filter(problem => problem.severity === 'ERROR');
    if (errors.length) {
      say(word('blocked', errors.length));
      $('#se-problems-title').focus();
      $('#se-problems-title').scrollIntoView({ block: 'center' });
      return;
    }
    $('#se-warnings').hidden = problems.length === 0;
    $('#se-warnings ul').replaceChildren(...problems.map(problem => { const item = line(problem); item.lastElementChild.prepend(problem.step ? `${problem.step}: ` : ''); return item; }));
    $('#se-publish-problem').hidden = true;
    $('#se-reason-field').hidden = true;
    $('#se-publish').showModal();
    $('#se-note').focus();
  },
  async 'publish-now'() {
    const reason = $('#se-reason').value.trim();
    try {
      await begun;
      const revision = await call('POST', `${api}/${id}/publish`, { version, note: $('#se-note').value, ...(reason ? { reason } : {}) });
      $('#se-publish').close();
      $('#se-note').value = $('#se-reason').value = '';
      home.dataset.published = revision.number;
      toast(word('published', revision.number));
      $('[data-do=publish]').focus();
    } catch (problem) {
      const said = $('#se-publish-problem');
      said.textContent = [problem.message, ...(problem.said?.errors ?? []).map(error => error.message)].join(' ');
      said.hidden = false;
      if ((problem.said?.errors ?? []).some(error => error.field.startsWith('tests['))) { $('#se-reason-field').hidden = false; $('#se-reason').focus(); }
    }
  },
  'rename-script'() {
    $('.se-more').open = false;
    $('#se-name').value = home.dataset.name;
    $('#se-rename-problem').hidden = true;
    $('#se-rename').showModal();
    $('#se-name').select();
  },
  async 'rename-now'() {
    try {
      const script = await call('PUT', `${api}/${id}`, { name: $('#se-name').value });
      home.dataset.name = script.name;
      document.querySelector('h1').textContent = script.name;
      document.title = document.title.replace(/^.*(?= – )/, script.name);
      $('#se-rename').close();
    } catch (problem) {
      $('#se-rename-problem').textContent = problem.said?.errors?.[0]?.message ?? problem.message;
      $('#se-rename-problem').hidden = false;
      $('#se-name').focus();
    }
  },
  async 'delete-script'() {
    try {
      await call('DELETE', `${api}/${id}`);
      dirty = false;
      localStorage.removeItem(kept);
      location.assign(`${pages}/scripts/`);
    } catch (problem) { $('.se-more').open = false; trouble(problem.message); }
  }
};

document.querySelector('#main').addEventListener('click', event => {
  const button = event.target.closest('[data-do]');
  if (!button || button.disabled) return;
  const article = button.closest('.se-step');
  if (article && stepDeeds[button.dataset.do]) stepDeeds[button.dataset.do](article, placeOf(article));
  else if (deeds[button.dataset.do]) once(deeds[button.dataset.do]);
});
document.addEventListener('click', event => { const more = document.querySelector('.se-more'); if (more?.open && !more.contains(event.target)) more.open = false; });
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && document.querySelector('.se-more')?.open) { document.querySelector('.se-more').open = false; document.querySelector('.se-more summary').focus(); }
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.target.matches('textarea, input:not([type=checkbox])')) return;
  event.preventDefault();
  if (event.shiftKey) goBack(future, past, 'redone'); else goBack(past, future, 'undone');
});
for (const dialog of home.querySelectorAll('dialog')) dialog.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('input')) { event.preventDefault(); dialog.querySelector('.cw-primary')?.click(); }
});
$('#se-first').addEventListener('change', () => { set(draft, 'first', $('#se-first').value); changed(null); draft.steps.forEach((step, place) => summary(card(place), step)); });
function speakAs() {
  draft.tongue = { language: $('#se-language').value };
  if ($('#se-voice').value.trim()) draft.tongue.voice = $('#se-voice').value.trim();
  changed('tongue');
}
$('#se-language').addEventListener('change', () => { $('#se-voice').value = ''; speakAs(); showSettings(); for (const each of home.querySelectorAll('.se-item textarea')) each.dispatchEvent(new Event('input')); });
$('#se-voice').addEventListener('input', speakAs);

// ---- list, drawing, or both ------------------------------------------------------------------------------------------------------------------
function view(name) {
  $('#se-list').hidden = name === 'drawing';
  $('#se-drawing').hidden = name === 'list';
  for (const radio of home.querySelectorAll('[name=view]')) radio.checked = radio.value === name;
  try { localStorage.setItem('callward.script-view', name); } catch { /* not kept, works all the same */ }
}
for (const radio of home.querySelectorAll('[name=view]')) radio.addEventListener('change', () => view(radio.value));
try { view(['drawing', 'both'].find(name => name === localStorage.getItem('callward.script-view')) ?? 'list'); } catch { view('list'); }

// ---- begin -----------------------------------------------------------------------------------------------------------------------------------
async function begin() {
  state('loading');
  const [answer, vocabulary] = await Promise.all([call('GET', `${api}/${id}/draft`), call('GET', `${api}/vocabulary`)]);
  known = vocabulary;
  let left = null;
  try { left = JSON.parse(localStorage.getItem(kept)); } catch { /* nothing was left here */ }
  if (answer.steps.steps.length <= 3) answer.steps.steps.forEach(step => open.add(step.id));
  take(answer, false);
  if (left && JSON.stringify(left.steps) !== JSON.stringify(answer.steps)) {
    // typed here, and never saved: taken up again, and undo leads back
    draft = left.steps;
    version = left.version;
    showAll();
    changed(null);
    say(word('takenUp'));
  }
  const wanted = decodeURIComponent(location.hash).match(/^#step-(.+)$/)?.[1];
  if (wanted) choose(wanted, 'list');
}
/** The draft is here. Buttons can be clicked before, and what is published has its version. */
const begun = begin();
begun.catch(problem => { state('unsaved'); trouble(`${word('offline')} ${problem.message}`, [[word('again'), () => location.reload()]]); });
