import { flavours } from "../world/flavours";
import { genres } from "../world/genres";
import { pitchClassOf } from "../world/keys";
import { at, randomFrom } from "../world/random";
import type { Recording } from "../world/recording";
import type { Stem } from "./arrangement";
import { renderDrums } from "./drums";
import { type Clock, frequencyOf, instrument, makeSound, placeSound, saw, soften } from "./sound";

/** One loop per stem, one or four bars long; a loop repeats under the arrangement. */
export type Stems = Readonly<Record<Stem, { samples: Float32Array; bars: 1 | 4 }>>;

const minorScale = [0, 2, 3, 5, 7, 8, 10];
const majorScale = [0, 2, 4, 5, 7, 9, 11];
/** The degree each of four bars stands on. */
const progressions = [
  [0, 0, 5, 6],
  [0, 0, 0, 0],
  [0, 5, 2, 6],
  [0, 3, 5, 4],
  [0, 0, 3, 3],
];
const basslines = [
  [2, 6, 10, 14],
  [2, 3, 6, 7, 10, 11, 14, 15],
  [0, 3, 6, 10, 14],
  [3, 6, 11, 14],
  [2, 5, 7, 10, 13],
];
const stabRhythms = [
  [0, 3, 6, 11],
  [2, 10],
  [0, 6, 12],
  [3, 9, 14],
];

/** MIDI note of a degree of the key's scale, in the octave of the bass. */
function noteOf({ key }: Recording, degree: number): number {
  const scale = key.name.endsWith("Minor") ? minorScale : majorScale;
  const root = 29 + ((pitchClassOf(key) + 7) % 12);
  return root + at(scale, degree % 7) + 12 * Math.floor(degree / 7);
}

const chordOf = (recording: Recording, degree: number) =>
  [degree, degree + 2, degree + 4].map((each) => frequencyOf(noteOf(recording, each) + 24));

function bassNotes(recording: Recording, clock: Clock) {
  return instrument((degree) => {
    const frequency = frequencyOf(noteOf(recording, degree));
    return makeSound(clock, 0.22, (time) => {
      const body = 0.5 * Math.sin(2 * Math.PI * frequency * time);
      return (body + 0.3 * saw(frequency * time)) * Math.exp(-7 * time);
    });
  });
}

function stabChords(recording: Recording, clock: Clock) {
  return instrument((degree) => {
    const [low = 0, middle = 0, high = 0] = chordOf(recording, degree);
    return makeSound(clock, 0.4, (time) => {
      const tone = saw(low * time) + saw(middle * time) + saw(high * time);
      return 0.11 * tone * Math.exp(-9 * time);
    });
  });
}

function padChords(recording: Recording, clock: Clock) {
  const seconds = (clock.sixteenth * 16) / clock.sampleRate;
  return instrument((degree) => {
    const [low = 0, middle = 0, high = 0] = chordOf(recording, degree);
    const voices = (time: number) => saw(low * time) + saw(middle * time) + saw(high * time);
    return makeSound(clock, seconds, (time) => {
      const swell = Math.min(1, time * 3);
      return 0.055 * swell * (voices(0.5 * time) + voices(0.5035 * time));
    });
  });
}

/** The same loops for the same recording at any sample rate. */
export function renderStems(recording: Recording, sampleRate: number): Stems {
  const random = randomFrom("stems", recording.id);
  const clock: Clock = { sampleRate, sixteenth: (sampleRate * 15) / recording.tempo };
  const { groove } = flavours[at(genres, recording.genreIndex).flavour];
  const fourBars = () => new Float32Array(Math.ceil(clock.sixteenth * 64));

  const progression = random.pick(progressions);
  const bassline = random.pick(basslines);
  const rhythm = random.pick(stabRhythms);
  const leaps = Array.from({ length: 16 }, () => (random.chance(0.18) ? random.pick([4, 7]) : 0));
  const bassNote = bassNotes(recording, clock);
  const stabChord = stabChords(recording, clock);
  const padChord = padChords(recording, clock);

  const bass = fourBars();
  const stab = fourBars();
  const pad = fourBars();
  progression.forEach((degree, bar) => {
    const start = bar * 16;
    for (const sixteenth of bassline) {
      placeSound(bass, clock, start + sixteenth, bassNote(degree + at(leaps, sixteenth)));
    }
    for (const sixteenth of rhythm) placeSound(stab, clock, start + sixteenth, stabChord(degree));
    placeSound(pad, clock, start, padChord(degree));
  });
  const riser = makeSound(clock, fourBars().length / sampleRate, () => 0.5 * (random.next() - 0.5));
  const drums = renderDrums(recording, clock, groove);

  return {
    kick: { samples: drums.kick, bars: 1 },
    clap: { samples: drums.clap, bars: 1 },
    hats: { samples: drums.hats, bars: 1 },
    bass: { samples: soften(bass, clock, 420), bars: 4 },
    stab: { samples: soften(stab, clock, 2_400), bars: 4 },
    pad: { samples: soften(pad, clock, 1_100), bars: 4 },
    riser: { samples: riser, bars: 4 },
  };
}
