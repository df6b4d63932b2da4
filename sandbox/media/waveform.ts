import type { Recording } from "../world/recording";
import { previewLevels } from "./preview";

const WIDTH = 1_500;
const HEIGHT = 250;
const COLUMNS = 300;
const QUIETEST = 6;

/** One colour on nothing, so that it serves as a picture and as a mask. */
export function waveformSvg(recording: Recording, seconds: number): string {
  const step = WIDTH / COLUMNS;
  const path = previewLevels(recording, seconds, COLUMNS)
    .map((level, column) => {
      const height = Math.round(Math.max(QUIETEST, level * HEIGHT));
      const top = (HEIGHT - height) / 2;
      return `M${column * step} ${top}h3v${height}h-3z`;
    })
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" preserveAspectRatio="none"><path fill="#8c8780" d="${path}"/></svg>`;
}
