// The API's reference, drawn from the API's description of itself. Every operation has an address: #customers.list
const place = document.getElementById('reference');
const words = place.dataset;
const base = `${words.root ?? ''}/api/v1`; // Faces leaves out an attribute that is empty
const list = document.getElementById('ref-list');
const tags = document.getElementById('ref-tags');
const search = document.getElementById('ref-search');
const count = document.getElementById('ref-count');
const none = document.getElementById('ref-none');
const DEEPEST = 3;
let api;

function el(name, props = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (key === 'data') Object.assign(made.dataset, value); else if (key in made) made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...inside);
  return made;
}

const bare = schema => schema?.anyOf?.find(one => one.type !== 'null') ?? schema;
const named = schema => bare(schema)?.$ref ? api.components.schemas[name(schema)] : bare(schema);
const name = schema => bare(schema)?.$ref?.split('/').pop();
const isNullable = schema => [schema?.type ?? []].flat().includes('null') || schema?.anyOf?.some(one => one.type === 'null');
const isList = schema => [schema?.type ?? []].flat().includes('array');

function type(schema) {
  const maybe = isNullable(schema) ? ' | null' : '';
  if (name(schema)) return name(schema) + maybe;
  if (isList(schema)) return words.listOf.replace('{0}', type(schema.items)) + maybe;
  if (schema?.enum) return schema.enum.filter(one => one !== null).join(' | ') + maybe;
  if (schema?.additionalProperties) return `{ … : ${type(schema.additionalProperties)} }${maybe}`;
  const plain = [schema?.type ?? []].flat().find(one => one !== 'null');
  return (plain ? plain + (schema.format && !schema.format.startsWith('int') ? ` (${schema.format})` : '') : words.anything) + maybe;
}

// The little Markdown that descriptions have: `code`
function prose(text) {
  return (text ?? '').split('`').map((part, at) => at % 2 ? el('code', {}, part) : part);
}

function row(field, of, about, needed, depth) {
  const made = el('tr', {}, el('th', { scope: 'row' }, el('span', { className: 'ref-in' }, field)),
    el('td', {}, type(of) + (needed ? `, ${words.required}` : '')), el('td', {}, ...prose(about)));
  made.querySelector('.ref-in').style.setProperty('--depth', depth);
  return made;
}

// Rows of a type's fields, and of the types inside it, as deep as is still read
function rows(schema, asked, depth = 0, seen = [], told = '') {
  const whole = named(schema);
  if (whole?.oneOf) {
    const by = whole.discriminator.propertyName;
    return whole.oneOf.flatMap(one => [row(by, named(one).properties[by], named(one).description, asked, depth), ...rows(one, asked, depth + 1, [...seen, one.$ref], by)]);
  }
  return Object.entries(whole?.properties ?? {}).filter(([field]) => field !== told).flatMap(([field, of]) => {
    const inner = bare(isList(of) ? of.items : of);
    const deeper = inner?.$ref && depth < DEEPEST && !seen.includes(inner.$ref) ? rows(inner, asked, depth + 1, [...seen, inner.$ref]) : [];
    return [row(field, of, of.description, asked && whole.required?.includes(field), depth), ...deeper];
  });
}

function table(heads, lines, label) {
  return el('div', { className: 'ref-wide', tabIndex: 0, role: 'group', 'aria-label': label }, el('table', { className: 'ref-fields', 'aria-label': label }, el('thead', {}, el('tr', {}, ...heads.map(head => el('th', { scope: 'col' }, head)))), el('tbody', {}, ...lines)));
}

function fields(title, content, asked) {
  const [kind, media] = Object.entries(content ?? {})[0] ?? [];
  if (!media) return [];
  const inner = isList(media.schema) ? media.schema.items : media.schema;
  const lines = rows(inner, asked, 0, [inner?.$ref]);
  const about = named(inner)?.description;
  return [el('section', {}, el('h3', {}, `${title} · ${kind} · ${type(media.schema)}`), ...(about ? [el('p', {}, ...prose(about))] : []),
    ...(lines.length ? [table([words.name, words.type, words.about], lines, title)] : []))];
}

// What must be there, and nothing else: short enough to be pasted and filled in
function sample(schema, depth = 0) {
  const whole = named(schema);
  if (!whole || depth > DEEPEST) return null;
  if (whole.enum) return whole.enum[0];
  if (whole.oneOf) return sample(whole.oneOf[0], depth + 1);
  if (isList(whole)) return [sample(whole.items, depth + 1)].filter(one => one !== null);
  if (whole.properties) {
    const needed = Object.entries(whole.properties).filter(([field]) => whole.required?.includes(field));
    return Object.fromEntries((needed.length ? needed : Object.entries(whole.properties)).map(([field, of]) => [field, sample(of, depth + 1)]));
  }
  const plain = [whole.type ?? []].flat()[0];
  return { string: whole.format === 'date-time' ? '2026-11-24T09:00:00Z' : '…', integer: 1, number: 1, boolean: true, object: {} }[plain] ?? {};
}

// A name in capitals stands for what the reader puts there: braces would be curl's own
function filled(path, operation) {
  return (operation.parameters ?? []).filter(one => one.in === 'path').reduce((address, one) =>
    address.replace(`{${one.name}}`, one.schema.type === 'integer' ? '1' : one.name.toUpperCase()), path);
}

function curl(verb, path, operation) {
  const lines = [`curl${verb === 'get' ? '' : ` -X ${verb.toUpperCase()}`} '${location.origin}${base}${filled(path, operation)}'`];
  if (operation.security.length) lines.push(`-H "Authorization: Bearer $CALLWARD_TOKEN"`);
  const json = operation.requestBody?.content?.['application/json'];
  if (json) lines.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(sample(json.schema))}'`);
  else if (operation.requestBody) lines.push(`-H 'Content-Type: ${Object.keys(operation.requestBody.content)[0].replace('*/*', 'application/octet-stream')}'`, '--data-binary @file');
  return lines.join(' \\\n  ');
}

function example(verb, path, operation) {
  const text = curl(verb, path, operation);
  const copy = el('button', { type: 'button', className: 'cw-button cw-little' }, words.copy);
  copy.addEventListener('click', async () => { await navigator.clipboard.writeText(text); copy.textContent = words.copied; setTimeout(() => { copy.textContent = words.copy; }, 2000); });
  return el('section', {}, el('h3', {}, words.example), el('pre', { tabIndex: 0, 'aria-label': words.example }, text), el('div', { className: 'ref-line' }, copy));
}

// Only what changes nothing can be tried here, with the reader's own session
function trial(path, operation) {
  const go = el('button', { type: 'submit', className: 'cw-button cw-little' }, words.try);
  const said = el('div', { role: 'status' });
  const asked = (operation.parameters ?? []).map(parameter => {
    const input = el('input', { type: 'text', name: parameter.name, required: parameter.required, maxLength: 200 });
    return { parameter, input, label: el('label', {}, parameter.name, input) };
  });
  const form = el('form', { className: 'cw-filter' }, ...asked.map(one => one.label), go);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const query = new URLSearchParams();
    let address = path;
    for (const { parameter, input } of asked) {
      if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
      else if (input.value) query.append(parameter.name, input.value);
    }
    try {
      const answer = await fetch(`${base}${address}${query.size ? `?${query}` : ''}`);
      const text = /json/.test(answer.headers.get('Content-Type') ?? '') ? JSON.stringify(await answer.json(), null, 2) : `${answer.headers.get('Content-Type')}`;
      said.replaceChildren(el('h3', {}, words.answered.replace('{0}', answer.status)), el('pre', { tabIndex: 0, 'aria-label': words.answer }, text.slice(0, 20000)));
    } catch { said.textContent = words.failed; }
  });
  return el('section', {}, form, said);
}

function role(operation) {
  const least = operation.security[0]?.token[0];
  return least ? words.needs.replace('{0}', words[`role${least[0]}${least.slice(1).toLowerCase()}`] ?? least) : words.everybody;
}

function limits(schema) {
  return [schema.minimum !== undefined ? `${schema.minimum} – ${schema.maximum}` : '', schema.default !== undefined ? words.usually.replace('{0}', schema.default) : '']
    .filter(one => one).map(one => `, ${one}`).join('');
}

function refusals(operation) {
  const lines = Object.entries(operation.responses).filter(([status]) => !status.startsWith('2')).map(([status, of]) => {
    const said = of.$ref ? api.components.responses[of.$ref.split('/').pop()] : of;
    return el('tr', {}, el('th', { scope: 'row' }, status), el('td', {}, ...prose(said.description)));
  });
  return el('section', {}, el('h3', {}, words.refusals), table([words.status, words.about], lines, words.refusals));
}

function inside(verb, path, operation) {
  const parameters = (operation.parameters ?? []).map(one => el('tr', {}, el('th', { scope: 'row' }, one.name),
    el('td', {}, `${type(one.schema)}${one.required ? `, ${words.required}` : ''}${limits(one.schema)}`), el('td', {}, one.in), el('td', {}, ...prose(one.description))));
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  return el('div', { className: 'ref-inside' },
    ...(operation.description ? [el('p', {}, ...prose(operation.description))] : []),
    ...(parameters.length ? [el('section', {}, el('h3', {}, words.parameters), table([words.name, words.type, words.where, words.about], parameters, words.parameters))] : []),
    ...fields(words.body, operation.requestBody?.content, true),
    ...(good?.[1].content ? fields(`${words.answer} ${good[0]}`, good[1].content, false) : [el('section', {}, el('h3', {}, `${words.answer} ${good?.[0] ?? ''}`), el('p', {}, words.empty))]),
    refusals(operation), example(verb, path, operation), ...(verb === 'get' ? [trial(path, operation)] : []));
}

function one(verb, path, operation) {
  const made = el('details', { className: 'ref-one', id: operation.operationId.replace(/^./, first => first.toLowerCase()) },
    el('summary', {}, el('span', { className: 'ref-verb', data: { verb } }, verb.toUpperCase()), el('code', {}, path), el('span', { className: 'cw-badge' }, role(operation)), el('small', {}, ...prose(operation.summary))));
  made.addEventListener('toggle', () => {
    if (made.open && !made.querySelector('.ref-inside')) made.append(inside(verb, path, operation)); // drawn when it is looked at
    if (made.open && location.hash !== `#${made.id}`) history.replaceState(null, '', `#${made.id}`);
  });
  made.dataset.words = `${verb} ${path} ${operation.summary} ${operation.description ?? ''} ${operation.tags.join(' ')} ${operation.operationId}`.toLowerCase();
  return made;
}

function draw() {
  const parts = new Map();
  for (const [path, verbs] of Object.entries(api.paths).sort(([a], [b]) => a < b ? -1 : 1)) {
    for (const [verb, operation] of Object.entries(verbs)) {
      const tag = operation.tags[0].replace(/\{.*/, '') || 'api';
      if (!parts.has(tag)) parts.set(tag, []);
      parts.get(tag).push(one(verb, path, operation));
    }
  }
  for (const [tag, operations] of parts) {
    list.append(el('section', { className: 'ref-part', id: `part-${tag}`, 'aria-labelledby': `title-${tag}` }, el('h2', { id: `title-${tag}` }, tag.replaceAll('-', ' ')),
      el('p', { className: 'cw-quiet' }, ...prose(api.tags.find(one => one.name === tag)?.description)), ...operations));
    tags.append(el('li', {}, el('a', { href: `#part-${tag}` }, tag.replaceAll('-', ' '))));
  }
  list.removeAttribute('aria-busy');
}

function filter() {
  const asked = search.value.trim().toLowerCase().split(/\s+/);
  let shown = 0;
  for (const part of list.children) {
    let any = 0;
    for (const operation of part.querySelectorAll('.ref-one')) {
      operation.hidden = !asked.every(word => operation.dataset.words.includes(word));
      if (!operation.hidden) any++;
    }
    part.hidden = any === 0;
    shown += any;
  }
  none.hidden = shown > 0;
  count.textContent = words.found.replace('{0}', shown);
}

function follow() {
  const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (wanted?.matches('.ref-one')) wanted.open = true;
  wanted?.scrollIntoView();
}

try {
  api = await (await fetch(`${base}/openapi.json`)).json();
  draw();
  filter();
  follow();
  search.addEventListener('input', filter);
  addEventListener('hashchange', follow);
} catch {
  count.textContent = words.failed;
}
