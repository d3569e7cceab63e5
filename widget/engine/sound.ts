let audio: AudioContext | undefined

/** A short, soft tone; silent where the browser does not allow it yet. */
export function playSound(): void {
  try {
    audio ??= new AudioContext()
    const [tone, volume, start] = [audio.createOscillator(), audio.createGain(), audio.currentTime]
    tone.frequency.setValueAtTime(660, start)
    tone.frequency.setValueAtTime(880, start + 0.09)
    volume.gain.setValueAtTime(0.08, start)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + 0.3)
  } catch {
    // A page without sound is no worse a page.
  }
}
