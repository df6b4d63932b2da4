import { type Random, randomFrom } from "../world/random";
import type { Recording } from "../world/recording";
import { type Clock, makeSound, placeSound } from "./sound";

export type Groove = "four" | "broken" | "half";

/** Sixteenths on which the drums fall. */
const patterns = {
  four: { kick: [0, 4, 8, 12], clap: [4, 12] },
  broken: { kick: [0, 10], clap: [4, 12] },
  half: { kick: [0, 7, 10], clap: [8] },
};

function kickSound(clock: Clock, random: Random): Float32Array {
  const punch = random.int(90, 170);
  return makeSound(clock, 0.28, (time) => {
    const phase = 48 * time + (punch / 38) * (1 - Math.exp(-38 * time));
    return 0.95 * Math.sin(2 * Math.PI * phase) * Math.exp(-9 * time);
  });
}

const clapSound = (clock: Clock, noise: Random) =>
  makeSound(clock, 0.16, (time) => {
    const body = 0.25 * Math.sin(2 * Math.PI * 190 * time);
    return (0.6 * (noise.next() - 0.5) + body) * Math.exp(-24 * time);
  });

function hatSound(
  clock: Clock,
  noise: Random,
  hat: { seconds: number; level: number; fade: number },
) {
  let last = 0;
  return makeSound(clock, hat.seconds, (time) => {
    const hiss = noise.next() - 0.5;
    const bright = hiss - last;
    last = hiss;
    return hat.level * bright * Math.exp(-hat.fade * time);
  });
}

/** One bar each of kick, clap and hats. */
export function renderDrums(recording: Recording, clock: Clock, groove: Groove) {
  const random = randomFrom("drums", recording.id);
  const bar = () => new Float32Array(Math.ceil(clock.sixteenth * 16));
  const played = (sixteenths: readonly number[], sound: Float32Array) => {
    const loop = bar();
    for (const sixteenth of sixteenths) placeSound(loop, clock, sixteenth, sound);
    return loop;
  };

  const hats = bar();
  const open = hatSound(clock, random, { seconds: 0.12, level: 0.32, fade: 26 });
  const closed = hatSound(clock, random, { seconds: 0.05, level: 0.12, fade: 70 });
  for (let sixteenth = 0; sixteenth < 16; sixteenth += 1) {
    placeSound(hats, clock, sixteenth, sixteenth % 4 === 2 ? open : closed);
  }
  return {
    kick: played(patterns[groove].kick, kickSound(clock, random)),
    clap: played(patterns[groove].clap, clapSound(clock, random)),
    hats,
  };
}
