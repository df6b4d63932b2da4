import { randomFrom } from "../world/random";

export type Stem = "kick" | "hats" | "clap" | "bass" | "stab" | "pad" | "riser";

/** How loud each stem is during one bar, 0 to 1. */
export type Bar = Readonly<Record<Stem, number>>;

const silence: Bar = { kick: 0, hats: 0, clap: 0, bass: 0, stab: 0, pad: 0, riser: 0 };
const intro: Bar = { ...silence, kick: 0.8, hats: 0.45 };
const groove: Bar = { ...silence, kick: 0.95, hats: 0.7, clap: 0.6, bass: 0.75 };
const breakdown: Bar = { ...silence, stab: 0.35, pad: 0.6 };
const build: Bar = { ...silence, pad: 0.5, hats: 0.3, clap: 0.5 };
const drop: Bar = { ...silence, kick: 1, hats: 0.9, clap: 0.8, bass: 1, stab: 0.75, pad: 0.15 };
const outro: Bar = { ...silence, kick: 0.85, hats: 0.5, bass: 0.4 };

/** The bars of a preview, first to last: intro, groove, break, build, drop, outro. */
export function arrange(recordingId: number, bars: number): Bar[] {
  const random = randomFrom("arrangement", recordingId);
  const share = (from: number, to: number, unit: number) => {
    const wanted = bars * (from + random.next() * (to - from));
    return Math.max(unit, Math.round(wanted / unit) * unit);
  };
  const answer = { bass: 0.55 + random.next() * 0.3, stab: random.next() * 0.9 };

  /** Every other four bars answer the four before; the eighth bar takes a breath. */
  const played = (bar: Bar, length: number): Bar[] => {
    const answering = { ...bar, bass: bar.bass * answer.bass, stab: bar.stab * answer.stab };
    const breath = { ...answering, kick: 0, clap: bar.clap * 1.2 };
    return Array.from({ length }, (_, index) => {
      if (index % 8 === 7) return breath;
      return index % 8 < 4 ? bar : answering;
    });
  };
  const rising = (length: number): Bar[] =>
    Array.from({ length }, (_, index) => ({ ...build, riser: ((index + 1) / length) * 0.7 }));

  const arranged = [
    ...Array.from({ length: share(0.06, 0.14, 4) }, () => intro),
    ...played(groove, share(0.18, 0.28, 4)),
    ...played(breakdown, share(0.1, 0.18, 4)),
    ...rising(share(0.05, 0.07, 2)),
    ...played(drop, share(0.28, 0.36, 4)),
  ];
  while (arranged.length < bars) arranged.push(outro);
  return arranged.slice(0, bars);
}
