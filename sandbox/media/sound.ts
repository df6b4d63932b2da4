import { createCache } from "../world/cache";

/** Samples per second, and the length of a sixteenth in samples (not a whole number). */
export interface Clock {
  sampleRate: number;
  sixteenth: number;
}

export const frequencyOf = (midi: number) => 440 * 2 ** ((midi - 69) / 12);

export const saw = (phase: number) => 2 * (phase - Math.floor(phase)) - 1;

/** A sound of `seconds`, made from a function of the time since its start. */
export function makeSound(clock: Clock, seconds: number, wave: (time: number) => number) {
  const sound = new Float32Array(Math.round(seconds * clock.sampleRate));
  for (let index = 0; index < sound.length; index += 1) {
    sound[index] = wave(index / clock.sampleRate);
  }
  return sound;
}

/** Adds a sound to a loop; what runs over the loop's end comes in again at its start. */
export function placeSound(
  loop: Float32Array,
  clock: Clock,
  sixteenth: number,
  sound: Float32Array,
) {
  const start = Math.round(sixteenth * clock.sixteenth);
  for (let index = 0; index < sound.length; index += 1) {
    const place = (start + index) % loop.length;
    loop[place] = (loop[place] ?? 0) + (sound[index] ?? 0);
  }
}

/** A one-pole low pass, which takes the edge off the saws. */
export function soften(loop: Float32Array, clock: Clock, cutoff: number): Float32Array {
  const weight = 1 - Math.exp((-2 * Math.PI * cutoff) / clock.sampleRate);
  let held = 0;
  for (let index = 0; index < loop.length; index += 1) {
    held += weight * ((loop[index] ?? 0) - held);
    loop[index] = held;
  }
  return loop;
}

/** Makes each note of an instrument once. */
export const instrument = (make: (degree: number) => Float32Array) => createCache(32, make);
