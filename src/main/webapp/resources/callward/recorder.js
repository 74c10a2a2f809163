// Runs beside the page, in the audio thread: hands over what the microphone hears, a thousand samples at a time.
const PORTION = 1024;

registerProcessor('recorder', class extends AudioWorkletProcessor {
  portion = new Float32Array(PORTION);
  filled = 0;

  process([[channel]]) {
    for (const sample of channel ?? []) {
      this.portion[this.filled++] = sample;
      if (this.filled === PORTION) {
        this.port.postMessage(this.portion.slice());
        this.filled = 0;
      }
    }
    return true;
  }
});
