// Sound with its picture (tags/player.xhtml). The plain <audio> inside is what plays; around it stand a button, a picture that is a slider,
// the speed and the time. Whatever fails, the browser's own controls take over.
const STEP = 5;
const root = document.documentElement;

/** The speed somebody listens at is his own habit: it goes with him from sound to sound. */
const habit = {
  get: () => { try { return Number(localStorage.getItem('callward.speed')) || 1; } catch { return 1; } },
  set: speed => { try { localStorage.setItem('callward.speed', speed); } catch { /* for this page only */ } },
};

const clock = seconds => {
  const whole = Math.floor(Number.isFinite(seconds) ? seconds : 0);
  return Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
};

const seen = new IntersectionObserver(entries => {
  for (const entry of entries) if (entry.isIntersecting) { seen.unobserve(entry.target); entry.target.draw(); }
}, { rootMargin: '200px' });

class Player extends HTMLElement {
  connectedCallback() {
    if (this.audio) return;
    this.audio = this.querySelector('audio');
    this.face = this.querySelector('.cw-player-face');
    this.go = this.querySelector('.cw-player-go');
    this.slider = this.querySelector('.cw-player-wave');
    this.time = this.querySelector('.cw-player-time');
    this.speed = this.querySelector('.cw-player-speed');
    this.audio.controls = false;
    this.face.hidden = false;
    this.speed.value = String(habit.get());
    if (this.speed.selectedIndex < 0) this.speed.value = '1';
    this.listen();
    this.show();
    if (this.audio.hasAttribute('src') && this.dataset.compact !== 'true') seen.observe(this);
  }

  disconnectedCallback() {
    seen.unobserve(this);
    this.wave?.destroy();
    this.wave = undefined;
    if (this.own) URL.revokeObjectURL(this.own);
  }

  /** Something that has no address yet: what was just recorded or chosen. */
  set sound(blob) {
    this.audio.pause();
    this.wave?.destroy();
    this.wave = undefined;
    this.drawing = undefined;
    delete this.slider.dataset.drawn;
    this.face.hidden = false;
    this.audio.controls = false;
    this.querySelector('.cw-player-fault').hidden = true;
    if (this.own) URL.revokeObjectURL(this.own);
    this.own = URL.createObjectURL(blob);
    delete this.dataset.seconds;
    this.blob = blob;
    this.audio.src = this.own;
    this.draw();
  }

  get length() {
    return [this.audio.duration, Number(this.dataset.seconds), this.wave?.getDuration()].find(it => Number.isFinite(it) && it > 0) ?? 0;
  }

  listen() {
    const { audio, slider } = this;
    this.go.addEventListener('click', () => this.toggle());
    this.speed.addEventListener('change', () => { habit.set(this.speed.value); this.pace(); });
    for (const news of ['timeupdate', 'durationchange', 'play', 'pause', 'ended', 'seeked']) audio.addEventListener(news, () => this.show());
    audio.addEventListener('play', () => {
      this.pace();
      this.draw();
      for (const other of document.querySelectorAll('cw-player audio')) if (other !== audio) other.pause();
    });
    audio.addEventListener('error', () => { if (audio.hasAttribute('src')) this.fallBack(true); });
    slider.addEventListener('keydown', e => this.key(e));
    slider.addEventListener('pointerdown', e => {
      if (e.button !== 0) return;
      slider.setPointerCapture(e.pointerId);
      this.point(e);
    });
    slider.addEventListener('pointermove', e => { if (slider.hasPointerCapture(e.pointerId)) this.point(e); });
  }

  toggle() {
    if (this.audio.paused) this.audio.play().catch(() => { /* the error event has said it */ }); else this.audio.pause();
  }

  pace() {
    this.audio.playbackRate = Number(this.speed.value);
  }

  key(e) {
    const now = this.audio.currentTime;
    const to = { ArrowRight: now + STEP, ArrowUp: now + STEP, ArrowLeft: now - STEP, ArrowDown: now - STEP, PageUp: now + 3 * STEP,
      PageDown: now - 3 * STEP, Home: 0, End: this.length }[e.key];
    if (to !== undefined) this.seek(to);
    else if (e.key === ' ' || e.key === 'Enter') this.toggle();
    else return;
    e.preventDefault();
  }

  point(e) {
    const box = this.slider.getBoundingClientRect();
    this.seek((e.clientX - box.left) / box.width * this.length);
  }

  seek(seconds) {
    if (this.audio.preload === 'none') { this.audio.preload = 'metadata'; }
    this.audio.currentTime = Math.max(0, Math.min(this.length, seconds));
    this.show();
  }

  show() {
    const { audio, slider, length } = this;
    const at = Math.min(audio.currentTime, length || audio.currentTime);
    const playing = !audio.paused && !audio.ended;
    this.go.setAttribute('aria-label', playing ? this.dataset.pause : this.dataset.play);
    this.go.firstElementChild.className = 'pi ' + (playing ? 'pi-pause' : 'pi-play');
    this.time.textContent = clock(at) + ' / ' + clock(length);
    slider.style.setProperty('--at', length ? at / length : 0);
    slider.setAttribute('aria-valuemax', length.toFixed(1));
    slider.setAttribute('aria-valuenow', at.toFixed(1));
    slider.setAttribute('aria-valuetext', this.dataset.at.replace('{0}', clock(at)).replace('{1}', clock(length)));
  }

  /** Once, when it is seen or played: fetching and decoding a sound nobody looks at would be waste. */
  draw() {
    this.drawing ??= this.picture().catch(() => this.fallBack(false));
    return this.drawing;
  }

  /** We fetch and decode, the library only draws: left to itself, it would fetch what we hold already, which our policy forbids for a blob. */
  async picture() {
    const [{ default: WaveSurfer }, shape] = await Promise.all([import(new URL(this.dataset.wave, location.href).href), this.shape()]);
    if (!this.isConnected) return;
    this.audio.preload = 'metadata';
    this.slider.dataset.drawn = 'true';
    this.wave = WaveSurfer.create({ container: this.slider, media: this.audio, peaks: [shape.peaks], duration: shape.seconds, interact: false,
      height: 'auto', barWidth: 2, barGap: 1, barRadius: 2, normalize: true, hideScrollbar: true, cursorWidth: 2, ...this.colours() });
    this.show();
  }

  async shape() {
    const blob = this.blob ?? await fetch(this.audio.src).then(answer => answer.ok ? answer.blob() : Promise.reject(new Error(answer.status)));
    const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await blob.arrayBuffer());
    const samples = sound.getChannelData(0);
    const peaks = new Float32Array(Math.min(1500, samples.length));
    const step = samples.length / peaks.length;
    for (let i = 0; i < peaks.length; i++) {
      for (let n = Math.floor(i * step); n < (i + 1) * step && n < samples.length; n++) peaks[i] = Math.max(peaks[i], Math.abs(samples[n]));
    }
    return { peaks, seconds: sound.duration };
  }

  /** A canvas knows no variables of a style sheet. */
  colours() {
    const style = getComputedStyle(this.slider);
    return { waveColor: style.getPropertyValue('border-bottom-color'), progressColor: style.color, cursorColor: style.color };
  }

  recolour() {
    this.wave?.setOptions(this.colours());
  }

  fallBack(unheard) {
    this.wave?.destroy();
    this.wave = undefined;
    this.drawing = Promise.resolve();
    this.face.hidden = true;
    this.audio.controls = true;
    this.querySelector('.cw-player-fault').hidden = !unheard;
  }
}

customElements.define('cw-player', Player);

const recolour = () => { for (const player of document.querySelectorAll('cw-player')) player.recolour(); };
new MutationObserver(recolour).observe(root, { attributeFilter: ['data-theme'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
