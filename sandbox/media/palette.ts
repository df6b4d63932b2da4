import type { Random } from "../world/random";
import { oklch } from "./colour";

/** Five colours that sit well together: a ground and four shapes, the last one bright. */
export interface Palette {
  ground: string;
  deep: string;
  middle: string;
  light: string;
  accent: string;
}

/** A label keeps its hue over all its covers; the cover chooses how far to wander from it. */
export function paletteAround(hue: number, random: Random): Palette {
  const turn = random.pick([18, 32, 55, -28, 140, 180]);
  const chroma = 0.06 + random.next() * 0.09;
  const night = random.chance(0.62);
  const base = night ? 0.3 : 0.52;
  return {
    ground: oklch(base, chroma, hue),
    deep: oklch(base - 0.1, chroma * 0.9, hue + turn * 0.4),
    middle: oklch(base + 0.16, chroma, hue + turn * 0.5),
    light: oklch(base + 0.32, chroma * 0.85, hue + turn),
    accent: oklch(0.82, 0.12, hue + turn * 1.3 + 20),
  };
}
