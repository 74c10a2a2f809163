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

const named = schema => schema?.$ref ? api.components.schemas[schema.$ref.split('/').pop()] : schema;
const name = schema => schema?.$ref?.split('/').pop();

function type(schema) {
  if (!schema || Object.keys(schema).length === 0) return words.anything;
  if (schema.$ref) return name(schema);
  if (schema.type === 'array') return words.listOf.replace('{0}', type(schema.items));
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.additionalProperties) return `{ … : ${type(schema.additionalProperties)} }`;
  return schema.format ? `${schema.type} (${schema.format})` : schema.type ?? words.anything;
}

// Rows of a type's fields, and of the types inside it, as deep as is still read
function rows(schema, depth = 0, seen = []) {
  const whole = named(schema);
  return Object.entries(whole?.properties ?? {}).flatMap(([field, of]) => {
    const row = el('tr', {}, el('th', { scope: 'row' }, el('span', { className: 'ref-in' }, field)), el('td', {}, type(of)), el('td', {}, of.description ?? ''));
    row.querySelector('.ref-in').style.setProperty('--depth', depth);
    const inner = of.type === 'array' ? of.items : of;
    const deeper = inner?.$ref && depth < DEEPEST && !seen.includes(inner.$ref) ? rows(inner, depth + 1, [...seen, inner.$ref]) : [];
    return [row, ...deeper];
  });
}

function table(heads, lines, label) {
  return el('table', { className: 'ref-fields', 'aria-label': label }, el('thead', {}, el('tr', {}, ...heads.map(head => el('th', { scope: 'col' }, head)))), el('tbody', {}, ...lines));
}

function fields(title, content) {
  const [kind, media] = Object.entries(content ?? {})[0] ?? [];
  if (!media) return [];
  const inner = media.schema?.type === 'array' ? media.schema.items : media.schema;
  const lines = rows(inner, 0, [inner?.$ref]);
  return [el('section', {}, el('h3', {}, `${title} · ${kind} · ${type(media.schema)}`), ...(lines.length ? [table([words.name, words.type, words.about], lines, title)] : []))];
}

function sample(schema, depth = 0) {
  const whole = named(schema);
  if (!whole || depth > DEEPEST) return null;
  if (whole.enum) return whole.enum[0];
  if (whole.type === 'array') return [sample(whole.items, depth + 1)].filter(one => one !== null);
  if (whole.properties) return Object.fromEntries(Object.entries(whole.properties).map(([field, of]) => [field, sample(of, depth + 1)]));
  return { string: whole.format === 'date-time' ? '2026-11-24T09:00:00Z' : '…', integer: 1, number: 1, boolean: true, object: {} }[whole.type] ?? null;
}

function curl(verb, path, operation) {
  const lines = [`curl${verb === 'get' ? '' : ` -X ${verb.toUpperCase()}`} '${location.origin}${base}${path}'`];
  if (!operation.security) lines.push(`-H 'Authorization: Bearer $CALLWARD_TOKEN'`);
  const json = operation.requestBody?.content?.['application/json'];
  if (json) lines.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(sample(json.schema))}'`);
  else if (operation.requestBody) lines.push(`-H 'Content-Type: ${Object.keys(operation.requestBody.content)[0]}'`, '--data-binary @file');
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
  const least = /role (\w+)/.exec(operation.description ?? '')?.[1];
  return least ? words.needs.replace('{0}', words[`role${least[0]}${least.slice(1).toLowerCase()}`] ?? least) : words.everybody;
}

function inside(verb, path, operation) {
  const parameters = (operation.parameters ?? []).map(one => el('tr', {}, el('th', { scope: 'row' }, one.name),
    el('td', {}, `${type(one.schema)}${one.required ? `, ${words.required}` : ''}`), el('td', {}, one.in), el('td', {}, one.description ?? '')));
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  return el('div', { className: 'ref-inside' },
    ...(operation.details ? [el('p', {}, operation.details)] : []),
    ...(parameters.length ? [el('section', {}, el('h3', {}, words.parameters), table([words.name, words.type, words.where, words.about], parameters, words.parameters))] : []),
    ...fields(words.body, operation.requestBody?.content),
    ...(good?.[1].content ? fields(`${words.answer} ${good[0]}`, good[1].content) : [el('section', {}, el('h3', {}, `${words.answer} ${good?.[0] ?? ''}`), el('p', {}, words.empty))]),
    example(verb, path, operation), ...(verb === 'get' ? [trial(path, operation)] : []));
}

function one(verb, path, operation) {
  const made = el('details', { className: 'ref-one', id: operation.operationId.replace(/^./, first => first.toLowerCase()) },
    el('summary', {}, el('span', { className: 'ref-verb', data: { verb } }, verb.toUpperCase()), el('code', {}, path), el('span', { className: 'cw-badge' }, role(operation)), el('small', {}, operation.summary)));
  made.addEventListener('toggle', () => {
    if (made.open && !made.querySelector('.ref-inside')) made.append(inside(verb, path, operation)); // drawn when it is looked at
    if (made.open && location.hash !== `#${made.id}`) history.replaceState(null, '', `#${made.id}`);
  });
  made.dataset.words = `${verb} ${path} ${operation.summary} ${operation.tags.join(' ')} ${operation.operationId}`.toLowerCase();
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
    list.append(el('section', { className: 'ref-part', id: `part-${tag}`, 'aria-labelledby': `title-${tag}` }, el('h2', { id: `title-${tag}` }, tag.replaceAll('-', ' ')), ...operations));
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
