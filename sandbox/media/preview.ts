import type { Recording } from "../world/recording";
import { arrange, type Bar, type Stem } from "./arrangement";
import { renderStems, type Stems } from "./stems";

const PREVIEW_RATE = 22_050;
/** Enough to see where it is loud. */
const SKETCH_RATE = 2_205;

const ducked: ReadonlySet<Stem> = new Set(["bass", "stab", "pad", "riser"]);
const stemNames: readonly Stem[] = ["kick", "hats", "clap", "bass", "stab", "pad", "riser"];

/** The pull each beat's kick has on the stems below it, over one bar. */
function pumping(length: number): Float32Array {
  const beat = length / 4;
  const pump = new Float32Array(Math.ceil(length));
  for (let index = 0; index < pump.length; index += 1) {
    pump[index] = 1 - 0.7 * Math.exp((-5 * (index % beat)) / beat);
  }
  return pump;
}

/** All stems of one bar together; `phase` is the bar's place in the four-bar loops. */
function mixBar(stems: Stems, pump: Float32Array, bar: Bar, phase: number): Float32Array {
  const out = new Float32Array(pump.length);
  for (const name of stemNames) {
    const gain = bar[name];
    if (gain === 0) continue;
    const { samples, bars } = stems[name];
    const offset = Math.round(((phase % bars) * samples.length) / bars);
    const pumped = bar.kick > 0 && ducked.has(name);
    for (let index = 0; index < out.length; index += 1) {
      const level = pumped ? gain * (pump[index] ?? 1) : gain;
      out[index] = (out[index] ?? 0) + level * (samples[offset + index] ?? 0);
    }
  }
  return out;
}

/** The sound of a recording's preview, samples about -1 to 1. */
function render(recording: Recording, seconds: number, sampleRate: number): Float32Array {
  const out = new Float32Array(Math.round(seconds * sampleRate));
  const length = (sampleRate * 240) / recording.tempo;
  const stems = renderStems(recording, sampleRate);
  const pump = pumping(length);
  const mixed = new Map<Bar, Float32Array[]>();

  arrange(recording.id, Math.ceil(out.length / length)).forEach((bar, index) => {
    const phase = index % 4;
    const phases = mixed.get(bar) ?? [];
    const sound = phases[phase] ?? mixBar(stems, pump, bar, phase);
    phases[phase] = sound;
    mixed.set(bar, phases);
    const start = Math.round(index * length);
    const end = Math.min(out.length, Math.round((index + 1) * length));
    out.set(sound.subarray(0, end - start), start);
  });
  return out;
}

/** A WAV file: mono, 16 bit, 22 050 Hz. */
export function previewWav(recording: Recording, seconds: number): Buffer {
  const samples = render(recording, seconds, PREVIEW_RATE);
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write("RIFF", 0, "ascii");
  file.writeUInt32LE(36 + samples.length * 2, 4);
  file.write("WAVEfmt ", 8, "ascii");
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(PREVIEW_RATE, 24);
  file.writeUInt32LE(PREVIEW_RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36, "ascii");
  file.writeUInt32LE(samples.length * 2, 40);
  const pcm = new Int16Array(file.buffer, file.byteOffset + 44, samples.length);
  for (let index = 0; index < samples.length; index += 1) {
    const sample = samples[index] ?? 0;
    pcm[index] = Math.round((sample / (1 + 0.45 * Math.abs(sample))) * 26_000);
  }
  return file;
}

/** How loud each of `columns` equal parts of a preview is, against the loudest of them. */
export function previewLevels(recording: Recording, seconds: number, columns: number): number[] {
  const samples = render(recording, seconds, SKETCH_RATE);
  const width = samples.length / columns;
  const levels = Array.from({ length: columns }, (_, column) => {
    const part = samples.subarray(Math.floor(column * width), Math.floor((column + 1) * width));
    const power = part.reduce((sum, sample) => sum + sample * sample, 0);
    return Math.sqrt(power / Math.max(1, part.length));
  });
  const loudest = Math.max(...levels, Number.EPSILON);
  return levels.map((level) => level / loudest);
}
