let audio: AudioContext | null = null

/** Two short soft notes. Browsers stay silent until the person has clicked something on the page. */
export function ring(): void {
  try {
    audio ??= new AudioContext()
    void audio.resume()
    note(audio, 660, 0)
    note(audio, 880, 0.14)
  } catch {
    // A machine without sound is quiet.
  }
}

/** A sine note of this frequency in Hz, `delay` seconds from now, fading within a third of a second. */
function note(context: AudioContext, frequency: number, delay: number): void {
  const start = context.currentTime + delay
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = frequency
  volume.gain.setValueAtTime(0.0001, start)
  volume.gain.exponentialRampToValueAtTime(0.12, start + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3)
  tone.connect(volume).connect(context.destination)
  tone.start(start)
  tone.stop(start + 0.32)
}
