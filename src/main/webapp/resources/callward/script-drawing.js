// Draws a script: steps are nodes, where they lead are edges. The libraries are loaded when the drawing first comes into view. What it says comes
// from the page, in the reader's language; what it shows comes from the API, as saved.
const WIDTH = 236, HEIGHT = 62, END_WIDTH = 150, END_HEIGHT = 30, SMALLEST = 0.2, LARGEST = 2;

const section = document.getElementById('drawing');
if (section) {
  const seen = new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting)) {
      seen.disconnect();
      begin(section).catch(problem => { console.error(problem); waits(section, 'drawing.failed'); });
    }
  }, { rootMargin: '200px' });
  seen.observe(section);
}

function part(home, name) {
  return home.querySelector(`[data-drawing="${name}"]`);
}

function word(home, key, ...values) {
  const text = part(home, 'words').querySelector(`data[value="${CSS.escape(key)}"]`)?.textContent ?? key;
  return values.reduce((filled, value, i) => filled.replaceAll(`{${i}}`, value), text);
}

function waits(home, key) {
  const note = part(home, 'waits') ?? part(home, 'box').appendChild(Object.assign(document.createElement('p'), { className: 'cw-quiet cw-pad' }));
  note.dataset.drawing = 'waits';
  note.textContent = word(home, key);
}

async function begin(home) {
  const [dagre] = await Promise.all([import(home.dataset.dagre), import(home.dataset.x6)]);
  const drawing = new Drawing(home, dagre, globalThis.X6);
  await drawing.refresh();
  document.addEventListener('callward:draft-changed', () => drawing.refresh().catch(() => waits(home, 'drawing.failed')));
  document.addEventListener('callward:step-chosen', event => drawing.choose(event.detail?.id));
}

class Drawing {
  #home; #dagre; #graph; #box; #steps = []; #chosen = null; #current = null; #came = []; #asked = 0; #fitted = false;

  constructor(home, dagre, x6) {
    this.#home = home;
    this.#dagre = dagre;
    this.#box = part(home, 'box');
    const canvas = this.#box.appendChild(document.createElement('div'));
    x6.Shape.HTML.register({ shape: 'cw-step', width: WIDTH, height: HEIGHT, html: cell => this.#node(cell.getData()) });
    x6.Shape.HTML.register({ shape: 'cw-end', width: END_WIDTH, height: END_HEIGHT, html: cell => this.#end(cell.getData()) });
    this.#graph = new x6.Graph({
      container: canvas, autoResize: true, async: false, virtual: false, interacting: false,
      panning: { enabled: true, eventTypes: ['leftMouseDown'] },
      mousewheel: { enabled: true, modifiers: ['ctrl', 'meta'], minScale: SMALLEST, maxScale: LARGEST },
      scaling: { min: SMALLEST, max: LARGEST }
    });
    // the picture is a picture for everybody: its nodes are reached one by one, the canvas itself is no stop
    canvas.querySelector('svg')?.setAttribute('role', 'presentation');
    canvas.removeAttribute('tabindex');
    for (const button of home.querySelectorAll('[data-do]')) button.addEventListener('click', () => this.#look(button.dataset.do));
    this.#box.addEventListener('keydown', event => this.#key(event));
    this.#box.addEventListener('focusin', event => { const id = event.target.closest?.('.cw-drawn')?.dataset.number; if (id) this.#focused(id); });
    this.#box.addEventListener('click', event => { const node = event.target.closest('.cw-drawn'); if (node) this.#tell(node.dataset.number); });
    // a browser that scrolls a focused element into view would move the box under the graph
    this.#box.addEventListener('scroll', () => { this.#box.scrollTop = 0; this.#box.scrollLeft = 0; });
  }

  async refresh() {
    const mine = ++this.#asked;
    const { api, script, of } = this.#home.dataset;
    const answer = await fetch(`${api}/scripts/${script}/drawing?of=${of || 'published'}`, { headers: { Accept: 'application/json', 'X-Callward': '1' } });
    if (mine !== this.#asked) return;
    if (!answer.ok) return waits(this.#home, 'drawing.failed');
    this.#draw(await answer.json());
  }

  /** A step was chosen elsewhere. */
  choose(id) {
    const step = this.#steps.find(one => one.id === id);
    this.#chosen = id ?? null;
    for (const node of this.#box.querySelectorAll('.cw-drawn')) this.#mark(node);
    if (step) {
      this.#rove(String(step.number));
      this.#show(String(step.number));
    }
  }

  // ---- drawing --------------------------------------------------------------------------------------------------------------------------------------

  #draw(script) {
    part(this.#home, 'waits')?.remove();
    const hadFocus = this.#box.contains(document.activeElement) ? this.#steps.find(step => String(step.number) === document.activeElement.dataset?.number)?.id : null;
    const currentId = this.#steps.find(step => String(step.number) === this.#current)?.id;
    this.#steps = script.steps;
    this.#came = [];
    const plan = this.#plan(script);
    this.#graph.resetCells([]);
    this.#graph.fromJSON({ nodes: plan.nodes, edges: plan.edges });
    const again = this.#steps.find(step => step.id && step.id === (hadFocus ?? currentId)) ?? this.#steps[0];
    this.#rove(again ? String(again.number) : null);
    if (hadFocus && again?.id === hadFocus) this.#element(String(again.number))?.focus({ preventScroll: true });
    this.#summary();
    if (!this.#steps.length) waits(this.#home, 'drawing.empty');
    if (!this.#fitted && this.#steps.length) { this.#look('fit'); this.#fitted = true; }
  }

  #plan(script) {
    const graph = new this.#dagre.Graph({ multigraph: true });
    graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 46, edgesep: 18, marginx: 16, marginy: 16 });
    graph.setDefaultEdgeLabel(() => ({}));
    const byId = new Map(script.steps.map(step => [step.id, step]));
    const cells = new Map();
    const ways = [];
    for (const step of script.steps) {
      graph.setNode(String(step.number), { width: WIDTH, height: HEIGHT });
      cells.set(String(step.number), { shape: 'cw-step', data: step, first: step.id === script.first });
    }
    for (const step of script.steps) {
      const together = new Map(); // several ways to one place are one edge with several words
      for (const lead of step.leads) {
        const to = lead.known ? String(byId.get(lead.target).number) : lead.target ? `?${lead.target}` : `end-${step.number}`;
        if (!lead.known && !cells.has(to)) {
          graph.setNode(to, { width: END_WIDTH, height: END_HEIGHT });
          cells.set(to, { shape: 'cw-end', data: { missing: lead.target } });
        }
        together.set(to, [...(together.get(to) ?? []), lead]);
      }
      for (const [to, leads] of together) {
        const label = leads.map(lead => lead.pressed ?? (lead.key === 'then' ? '' : word(this.#home, `lead.${lead.key}`))).filter(text => text).join(' · ');
        const short = label.length > 26 ? label.slice(0, 25) + '…' : label;
        graph.setEdge(String(step.number), to, { width: short ? short.length * 6.6 + 14 : 1, height: short ? 20 : 1, labelpos: 'c', minlen: 1 }, to);
        ways.push({ from: String(step.number), to, label: short, tone: leads.some(lead => lead.target && !lead.known) ? 'bad' : step.reached ? null : 'quiet' });
      }
    }
    this.#dagre.layout(graph);
    const nodes = [...cells].map(([id, cell]) => {
      const at = graph.node(id);
      return { id, shape: cell.shape, x: at.x - at.width / 2, y: at.y - at.height / 2, width: at.width, height: at.height, zIndex: 2, data: { ...cell.data, first: cell.first ?? false } };
    });
    const edges = ways.map(way => {
      const points = graph.edge({ v: way.from, w: way.to, name: way.to }).points;
      return {
        shape: 'edge', source: points[0], target: points.at(-1), vertices: points.slice(1, -1), connector: { name: 'rounded', args: { radius: 14 } }, zIndex: 1,
        attrs: { line: { class: 'cw-way', 'data-tone': way.tone, stroke: null, strokeWidth: null, targetMarker: { name: 'block', width: 9, height: 8 } } },
        labels: way.label ? [{ attrs: { text: { text: way.label, fontSize: null, fill: null }, rect: { ref: 'text', refX: -6, refY: -4, refWidth: '100%', refHeight: '100%', refWidth2: 12, refHeight2: 8, rx: 9, ry: 9, fill: null, stroke: null } }, position: 0.5 }] : []
      };
    });
    return { nodes, edges };
  }

  #node(step) {
    const node = document.createElement('div');
    node.className = 'cw-drawn';
    node.dataset.number = step.number;
    node.dataset.id = step.id;
    node.dataset.kind = step.kind;
    if (step.first) node.dataset.first = '';
    if (!step.reached) node.dataset.unreached = '';
    node.setAttribute('role', 'button');
    node.setAttribute('tabindex', String(step.number) === this.#current ? '0' : '-1');
    const icon = Object.assign(document.createElement('span'), { className: `pi ${step.icon}` });
    const heard = step.greeting ? `${word(this.#home, 'drawing.greeting')} ${step.greeting}` : step.words;
    icon.setAttribute('aria-hidden', 'true');
    const text = (tag, content) => Object.assign(document.createElement(tag), { textContent: content });
    node.append(icon, text('b', this.#kind(step)), ' ', text('i', step.id), ' ', text('small', heard), ' ',
      Object.assign(text('span', this.#more(step)), { className: 'cw-unseen' }));
    if (step.errors + step.warnings) {
      const badge = Object.assign(document.createElement('em'), { textContent: step.errors + step.warnings });
      badge.setAttribute('aria-hidden', 'true');
      badge.dataset.tone = step.errors ? 'bad' : 'warn';
      node.append(badge);
    }
    node.title = heard;
    this.#mark(node);
    return node;
  }

  #end(data) {
    const node = document.createElement('div');
    node.className = 'cw-drawn-end';
    node.setAttribute('aria-hidden', 'true'); // the step that leads here says it
    if (data.missing) node.dataset.tone = 'bad';
    node.textContent = data.missing ? `${data.missing}: ${word(this.#home, 'lead.missing')}` : word(this.#home, 'drawing.ends');
    return node;
  }

  #kind(step) {
    return word(this.#home, 'step.' + step.kind.replace(/-(.)/g, (_, letter) => letter.toUpperCase()));
  }

  /** What the picture shows of a step by its lines and colours, in words. */
  #more(step) {
    const home = this.#home;
    const said = [];
    if (!step.id) said.push(word(home, 'drawing.noName'));
    if (step.first) said.push(word(home, 'drawing.begins'));
    if (!step.reached) said.push(word(home, 'drawing.unreached'));
    if (step.errors + step.warnings) said.push(word(home, 'drawing.problems', step.errors + step.warnings));
    for (const lead of step.leads) {
      const when = lead.pressed ? `${lead.pressed} ${word(home, 'lead.pressed')}` : word(home, `lead.${lead.key}`);
      said.push(`${when}: ${lead.target ? lead.target + (lead.known ? '' : ` (${word(home, 'lead.missing')})`) : word(home, 'lead.end')}`);
    }
    return said.join('. ');
  }

  #mark(node) {
    if (this.#chosen && node.dataset.id === this.#chosen) node.setAttribute('aria-current', 'step'); else node.removeAttribute('aria-current');
  }

  #summary() {
    const ways = this.#steps.reduce((sum, step) => sum + step.leads.length, 0);
    const unreached = this.#steps.filter(step => !step.reached).length;
    part(this.#home, 'summary').textContent = word(this.#home, 'drawing.summary', this.#steps.length, ways)
      + (unreached ? ' ' + word(this.#home, 'drawing.unreachedCount', unreached) : '');
  }

  // ---- moving about -----------------------------------------------------------------------------------------------------------------------------------

  #look(how) {
    if (how === 'fit') {
      this.#graph.zoomToFit({ padding: 24, minScale: SMALLEST, maxScale: 1 });
    } else {
      this.#graph.zoom(how === 'in' ? 0.2 : -0.2, { minScale: SMALLEST, maxScale: LARGEST });
    }
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const number = event.target.closest('.cw-drawn')?.dataset.number;
    const pan = { ArrowUp: [0, 60], ArrowDown: [0, -60], ArrowLeft: [60, 0], ArrowRight: [-60, 0] }[event.key];
    if (event.key === '+' || event.key === '=') this.#look('in');
    else if (event.key === '-') this.#look('out');
    else if (event.key === '0') this.#look('fit');
    else if (event.shiftKey && pan) this.#graph.translateBy(...pan);
    else if (!number) return;
    else if (event.key === 'Enter' || event.key === ' ') this.#tell(number);
    else if (event.key === 'Home') this.#go('1');
    else if (event.key === 'End') this.#go(String(this.#steps.length));
    else if (event.key === 'ArrowDown') this.#forth(number);
    else if (event.key === 'ArrowUp') this.#back(number);
    else if (event.key === 'ArrowRight') this.#aside(number, 1);
    else if (event.key === 'ArrowLeft') this.#aside(number, -1);
    else return;
    event.preventDefault();
  }

  #step(number) {
    return this.#steps.find(step => String(step.number) === number);
  }

  #targets(step) {
    return [...new Set(step.leads.filter(lead => lead.known).map(lead => String(this.#steps.find(one => one.id === lead.target).number)))];
  }

  /** Along the first way out; where there is none, to the next step in the flow. */
  #forth(number) {
    const [to] = this.#targets(this.#step(number));
    const next = to ?? (this.#step(String(Number(number) + 1)) ? String(Number(number) + 1) : null);
    if (next) {
      this.#came.push({ from: number, to: next });
      this.#go(next);
    }
  }

  /** Back where one came from, else to a step that leads here, else to the one before. */
  #back(number) {
    const last = this.#came.at(-1);
    if (last?.to === number) {
      this.#came.pop();
      return this.#go(last.from);
    }
    const before = this.#steps.find(step => this.#targets(step).includes(number)) ?? this.#step(String(Number(number) - 1));
    if (before) this.#go(String(before.number));
  }

  /** To the next of the ways that lead out where this one does. */
  #aside(number, by) {
    const last = this.#came.at(-1);
    const parent = last?.to === number ? this.#step(last.from) : this.#steps.find(step => this.#targets(step).includes(number));
    const siblings = parent ? this.#targets(parent) : this.#steps.map(step => String(step.number));
    const to = siblings.length > 1 ? siblings[(siblings.indexOf(number) + by + siblings.length) % siblings.length] : null;
    if (to) {
      if (last?.to === number) this.#came[this.#came.length - 1] = { from: last.from, to };
      this.#go(to);
    }
  }

  #go(number) {
    this.#element(number)?.focus({ preventScroll: true });
  }

  #focused(number) {
    this.#rove(number);
    this.#show(number);
  }

  /** Exactly one node is a stop of the Tab key. */
  #rove(number) {
    this.#current = number;
    for (const node of this.#box.querySelectorAll('.cw-drawn')) node.setAttribute('tabindex', node.dataset.number === number ? '0' : '-1');
  }

  #element(number) {
    return this.#box.querySelector(`.cw-drawn[data-number="${number}"]`);
  }

  /** Moves the drawing no further than needed for the node to be seen whole. */
  #show(number) {
    const node = this.#element(number);
    if (!node) return;
    const box = this.#box.getBoundingClientRect();
    const seen = node.getBoundingClientRect();
    const margin = 24;
    const by = (from, to, low, high) => from < low + margin ? low + margin - from : to > high - margin ? high - margin - to : 0;
    const dx = by(seen.left, seen.right, box.left, box.right);
    const dy = by(seen.top, seen.bottom, box.top, box.bottom);
    if (dx || dy) this.#graph.translateBy(dx, dy);
  }

  /** The list shall show this step. */
  #tell(number) {
    const id = this.#step(number)?.id;
    if (!id) return;
    this.#chosen = id;
    for (const node of this.#box.querySelectorAll('.cw-drawn')) this.#mark(node);
    document.dispatchEvent(new CustomEvent('callward:step-chosen', { detail: { id, from: 'drawing' } }));
    // the editor opens the step; a list that is only read shows it as the page's target
    if (this.#home.dataset.of !== 'draft') location.hash = `step-${id}`;
  }
}
