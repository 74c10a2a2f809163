// Plays a call again, in the simulator: the same caller dials the same line at the same hour, presses the same keys when the carrier waits for
// them, and the phones do what they did. Both calls stand side by side. It works for real calls, too; the real carrier never hears of it.

const SPOKEN = ['SPEECH', 'SOUND'];

export async function replay(tools) {
  const { page, $, ask, words } = tools;
  $('replay').hidden = false;
  $('replay-call').href = `${page.dataset.pages ?? ''}/calls/call?id=${encodeURIComponent(tools.sid)}`;
  try {
    const then = new Past(await story(ask, tools.sid));
    compare(tools, then, null);
    say(tools, 'replayReady', `${then.call.caller === 'anonymous' ? words.anonymous : then.call.caller} → ${then.call.called}, ${tools.spelled(then.call.pretendedAt ?? then.call.startedAt)}`);
    $('replay-play').disabled = false;
    $('replay-play').addEventListener('click', () => again(tools, then));
  } catch (problem) { say(tools, problem.status === 404 ? 'replayUnknown' : 'lost'); }
}

const say = ({ $, words, fill }, key, text = '') => { $('replay-text').textContent = fill(words[key], text); };

async function story(ask, sid) {
  const path = '/calls/' + encodeURIComponent(sid);
  const [call, events, legs] = await Promise.all([ask('GET', path), ask('GET', path + '/events'), ask('GET', path + '/legs')]);
  return { call, events, legs };
}

/** The carrier tells our server of the end a moment later than us. */
async function settled(tools, sid, turns) {
  for (let tries = 0; ; tries++) {
    const now = new Past(await story(tools.ask, sid));
    if (now.call.state === 'OVER' && now.turns.length >= turns || tries === 12) return now;
    await new Promise(done => setTimeout(done, 500));
  }
}

/** What is known of a call that is over. */
class Past {
  constructor({ call, events, legs }) {
    Object.assign(this, { call, events, legs });
    this.turns = events.filter(e => e.turn !== null && e.turn !== undefined).sort((a, b) => a.turn - b.turn);
    this.first = this.turns[0]?.request ?? {};
    this.gone = events.find(e => e.kind === 'CallerGone');
  }

  words(recording) {
    const written = this.events.find(e => e.kind === 'Transcribed' && e.request.recording === recording)?.request.text;
    return written?.replace(/^\(simulated transcript\) /, '');
  }

  /** The end of the talk, or of the ringing, of a leg. */
  dialEnded(leg) { return this.turns.find(e => e.kind === 'DialEnded' && e.request.DialCallSid === leg.id); }
}

async function again(tools, then) {
  const { $, words, dial, trouble } = tools;
  $('replay-play').disabled = true;
  trouble(null);
  try {
    const sid = await dial({ from: then.call.caller, to: then.call.called, forwardedFrom: then.first.ForwardedFrom || null,
      at: then.call.pretendedAt ?? then.call.startedAt, script: Number(then.first['SipHeader_X-Callward-Script']) || null, byHand: true });
    say(tools, 'replayRuns');
    const run = new Run(tools, then, sid, $('replay-fast').checked);
    const end = await run.toItsEnd();
    compare(tools, then, await settled(tools, sid, then.turns.length));
    say(tools, end);
  } catch (problem) {
    say(tools, 'replayFailed', problem.message);
  } finally {
    $('replay-play').disabled = false;
  }
}

/** One replay under way. */
class Run {
  constructor(tools, then, sid, fast) {
    Object.assign(this, { tools, then, sid, fast });
    this.waiting = new Set();
    this.answered = 0; // the last of the carrier's waits that we have dealt with
    this.skipped = 0;
    this.rung = new Set();
    this.left = [...then.legs];
    this.shown = 0;
  }

  async toItsEnd() {
    const stop = this.tools.follow(state => this.see(state));
    try {
      for (const event of this.then.turns.slice(1)) {
        if (!await this.does(event)) return this.over ? 'replayOver' : 'replayElsewhere';
      }
      await this.leaves();
      await this.until(() => this.over);
      return 'replayOver';
    } finally { stop(); }
  }

  see(state) {
    this.call = state.calls.find(c => c.sid === this.sid);
    this.legs = state.calls.filter(c => c.parent === this.sid);
    this.over = !this.call || this.tools.over(this.call.status);
    if (this.call && this.fast) this.skip();
    for (const leg of this.legs) if (leg.status === 'ringing' && !this.rung.has(leg.sid)) this.rings(leg);
    if (this.call && this.call.lines.length !== this.shown) this.compareSoon();
    for (const check of this.waiting) check();
  }

  /** Nobody waits for what is spoken. */
  skip() {
    const line = this.call.lines.at(-1);
    if (line && line.number > this.skipped && SPOKEN.includes(line.kind) && !this.call.awaited) {
      this.skipped = line.number;
      this.tools.skip();
    }
  }

  /** The table grows while the call goes on. */
  compareSoon() {
    this.shown = this.call.lines.length;
    clearTimeout(this.soon);
    this.soon = setTimeout(async () => {
      try {
        const now = new Past(await story(this.tools.ask, this.sid));
        if (!this.over) compare(this.tools, this.then, now);
      } catch { /* at its end it is complete */ }
    }, 400);
  }

  until(condition) {
    if (condition()) return Promise.resolve();
    return new Promise(done => {
      const check = () => { if (condition()) { this.waiting.delete(check); done(); } };
      this.waiting.add(check);
    });
  }

  pause(millis) { return new Promise(done => setTimeout(done, this.fast ? Math.min(millis, 800) : Math.min(millis, 600_000))); }

  /** What the caller did then. False: the call goes another way now. */
  async does(event) {
    const { act, words } = this.tools;
    if (event.kind === 'DialEnded') return this.hangsUpOn(event);
    if (!['Entered', 'Spoke', 'Silent', 'RecordingEnded'].includes(event.kind)) return true;
    await this.until(() => this.over || this.call.awaited?.number > this.answered);
    if (this.over) return false;
    const awaited = this.call.awaited;
    this.answered = awaited.number;
    if ((event.kind === 'RecordingEnded') !== (awaited.what === 'SOUND')) return false;
    if (event.kind === 'Entered') await act(this.sid, 'keys', { keys: event.request.Digits + (event.request.FinishedOnKey ?? '') });
    if (event.kind === 'Spoke') await act(this.sid, 'words', { words: event.request.SpeechResult });
    if (event.kind === 'RecordingEnded') {
      const key = event.request.Digits;
      await act(this.sid, 'words', { words: this.then.words(recordingOf(event)) || words.spoken });
      if (key === 'hangup') await act(this.sid, 'hang-up');
      else if (key) await act(this.sid, 'keys', { keys: key });
    }
    return true;
  }

  /** Whoever hung up a talk, or gave up while it rang, does so again. */
  async hangsUpOn(event) {
    if (event.request.CallStatus !== 'completed') return true;
    const talked = event.request.DialCallStatus === 'completed';
    await this.until(() => this.over || this.legs.some(l => l.status === (talked ? 'in-progress' : 'ringing')));
    await this.pause(talked ? Number(event.request.DialCallDuration || 1) * 1000 : new Date(event.at) - this.startOf(event));
    if (!this.over) await this.tools.act(this.sid, 'hang-up');
    return true;
  }

  startOf(event) { return new Date(this.then.turns.find(e => e.turn === event.turn - 1)?.at ?? event.at); }

  /** After the last turn: hung up while something was asked, or while it rang or talked. */
  async leaves() {
    const last = this.then.turns.at(-1);
    if (!this.then.gone || !/<(Gather|Record|Dial|Enqueue)\b/.test(last?.reply ?? '')) return;
    const dials = /<Dial\b/.test(last.reply);
    await this.until(() => this.over || (dials ? this.legs.some(l => !this.tools.over(l.status)) : this.call.awaited?.number > this.answered));
    await this.pause(new Date(this.then.gone.at) - new Date(last.at));
    if (!this.over) await this.tools.act(this.sid, 'hang-up');
  }

  /** A phone does what it did; one that did not ring then waits for a button. */
  async rings(leg) {
    this.rung.add(leg.sid);
    const index = this.left.findIndex(then => then.address === leg.to);
    if (index < 0) return;
    const [then] = this.left.splice(index, 1);
    const does = then.answeredAt ? 'ANSWERS' : { BUSY: 'BUSY', NO_ANSWER: 'RINGS_OUT', FAILED: 'DEAD' }[then.state];
    if (!does) return; // it stopped ringing because of something else, which will happen again
    await this.pause(new Date(then.answeredAt ?? then.endedAt ?? then.startedAt) - new Date(then.startedAt));
    await this.tools.act(leg.sid, 'phone', { does });
    const ended = this.then.dialEnded(then);
    if (does === 'ANSWERS' && ended && ended.request.CallStatus !== 'completed') {
      await this.until(() => this.over || this.legs.some(l => l.sid === leg.sid && (l.status === 'in-progress' || this.tools.over(l.status))));
      await this.pause(Number(ended.request.DialCallDuration || 1) * 1000);
      if (!this.over) await this.tools.act(leg.sid, 'hang-up');
    }
  }
}

const recordingOf = event => event.request.RecordingSid || (event.request.RecordingUrl ?? '').replace(/.*\//, '');

// Side by side ---------------------------------------------------------------------------------------------------------------------

function compare(tools, then, now) {
  const turns = [...new Set([...then.turns, ...now?.turns ?? []].map(e => e.turn))].sort((a, b) => a - b);
  tools.$('comparison').replaceChildren(...turns.map(turn => {
    const row = document.createElement('tr');
    const before = told(tools, then, turn), after = now ? told(tools, now, turn) : null;
    for (const text of [String(turn + 1), before ?? '–', after ?? (now ? '–' : '')]) {
      const cell = document.createElement('td');
      cell.textContent = text;
      row.append(cell);
    }
    row.firstElementChild.className = 'cw-num cw-quiet';
    if (now && before !== after) row.dataset.differs = '';
    return row;
  }));
}

/** A turn as people read it: what came in, and what was heard then. */
function told(tools, past, turn) {
  const event = past.turns.find(e => e.turn === turn);
  return event ? [came(tools, event), ...heard(tools, event.reply)].join('\n') : null;
}

function came({ words, fill }, event) {
  const r = event.request;
  const detail = { Entered: r.Digits, Spoke: r.SpeechResult && fill(words.says, r.SpeechResult), DialEnded: words['status.' + r.DialCallStatus] ?? r.DialCallStatus }[event.kind];
  return [words['event.' + event.kind] ?? event.kind, detail].filter(Boolean).join(': ');
}

function heard({ words, fill }, reply) {
  if (!reply) return [];
  const document = new DOMParser().parseFromString(reply, 'text/xml');
  return [...document.querySelectorAll('Say, Play, Number, Sip, Client, Record, Reject, Redirect, Hangup')].map(verb => ({
    Say: () => fill(words.says, verb.textContent.trim()), Play: () => fill(words.plays, verb.textContent.trim().replace(/^https?:\/\/[^/]*/, '')),
    Number: () => fill(words.callsPhone, verb.textContent.trim()), Sip: () => fill(words.callsPhone, verb.textContent.trim()),
    Client: () => fill(words.callsPhone, verb.textContent.trim()), Record: () => words['kind.TONE'], Redirect: () => '→ ' + verb.textContent.trim(),
    Reject: () => words.hangsUp, Hangup: () => words.hangsUp }[verb.nodeName])());
}
