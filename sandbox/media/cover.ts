import { hashOf, type Random, randomFrom } from "../world/random";
import { type Palette, paletteAround } from "./palette";

const SIDE = 600;

type Motif = (random: Random, palette: Palette) => string;

const rect = (x: number, y: number, width: number, height: number, fill: string, more = "") =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${more}/>`;
const circle = (x: number, y: number, radius: number, fill: string, more = "") =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"${more}/>`;
const ring = (x: number, y: number, radius: number, stroke: string, width: number) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
const many = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join("");

const discs: Motif = (random, { deep, middle, light, accent }) => {
  const x = random.int(160, 260);
  const y = random.int(180, 300);
  return (
    circle(random.pick([0, SIDE]), random.int(380, 560), 320, deep) +
    rect(x, y, 230, 230, light) +
    circle(
      x + random.int(170, 260),
      y + random.int(60, 190),
      random.int(90, 140),
      middle,
      ' opacity=".86"',
    ) +
    circle(x + 40, y + 190, random.int(24, 46), accent)
  );
};

const stripes: Motif = (random, { deep, middle, light }) => {
  const step = random.pick([24, 30, 40, 60]);
  const turn = random.pick([-45, -30, 30, 45, 60]);
  const lines = many(Math.ceil(1_200 / step), (index) =>
    rect(-300, -300 + index * step, 1_200, step / 2, index % 3 === 0 ? light : middle),
  );
  const radius = random.int(150, 220);
  return `<g transform="rotate(${turn} 300 300)">${lines}</g>${circle(random.int(220, 380), 320, radius, deep)}`;
};

const blocks: Motif = (random, { deep, middle, light, accent }) => {
  const x = random.int(140, 420);
  const y = random.int(140, 420);
  return (
    rect(0, 0, x, y, deep) +
    rect(x, y, SIDE - x, SIDE - y, middle) +
    rect(x, 0, SIDE - x, y * 0.45, light) +
    rect(random.int(0, x - 60), y + 40, 120, random.int(60, 160), accent)
  );
};

const arcs: Motif = (random, { deep, middle, light, accent }) => {
  const x = random.pick([0, SIDE]);
  const y = random.pick([0, SIDE]);
  const colours = [deep, middle, light, accent, deep];
  return many(5, (index) => circle(x, y, 560 - index * 108, colours[index] ?? deep));
};

const waves: Motif = (random, { middle, light, deep }) => {
  const height = random.int(16, 42);
  const count = random.int(7, 13);
  const gap = SIDE / count;
  return many(count, (index) => {
    const y = index * gap + gap / 2;
    const path = `M-20 ${y}q80 ${-height * 2} 160 0t160 0t160 0t160 0`;
    return `<path d="${path}" fill="none" stroke="${[light, middle, deep][index % 3]}" stroke-width="${gap / 2.4}"/>`;
  });
};

const dots: Motif = (random, { light, accent, deep }) => {
  const count = random.pick([5, 6, 8]);
  const gap = SIDE / count;
  const bright = random.int(0, count * count - 1);
  return many(count * count, (index) => {
    const x = (index % count) * gap + gap / 2;
    const y = Math.floor(index / count) * gap + gap / 2;
    const far = Math.hypot(x - 300, y - 300) / 424;
    const radius = Math.round(gap * 0.44 * (1 - far * 0.8));
    return circle(
      x,
      y,
      index === bright ? gap * 0.46 : radius,
      index === bright ? accent : index % 2 ? light : deep,
    );
  });
};

const horizon: Motif = (random, { deep, middle, light, accent }) => {
  const line = random.int(300, 420);
  const bands = many(6, (index) =>
    rect(0, line + 20 + index * 38, SIDE, 8 + index * 4, index % 2 ? middle : light),
  );
  return (
    circle(random.int(200, 400), line, random.int(130, 200), accent) +
    rect(0, line, SIDE, SIDE - line, deep) +
    bands
  );
};

const folds: Motif = (random, { deep, middle, light, accent }) => {
  const x = random.int(120, 480);
  const y = random.int(120, 480);
  return (
    `<path d="M0 0H600L${x} ${y}z" fill="${middle}"/><path d="M600 0V600L${x} ${y}z" fill="${deep}"/>` +
    `<path d="M0 600L${x} ${y}L0 0z" fill="${light}"/>${circle(x, y, random.int(30, 80), accent)}`
  );
};

const rings: Motif = (random, { deep, middle, light, accent }) => {
  const x = random.int(180, 420);
  const y = random.int(180, 420);
  const lines = many(random.int(5, 9), (index) =>
    ring(x, y, 40 + index * 42, index % 2 ? middle : light, index % 3 === 0 ? 18 : 8),
  );
  return rect(0, y, SIDE, SIDE - y, deep) + lines + circle(x, y, 22, accent);
};

const steps: Motif = (random, { deep, middle, light, accent }) => {
  const count = random.int(4, 7);
  const size = SIDE / count;
  const bright = random.int(0, count - 1);
  return many(count, (index) => {
    const height = (index + 1) * size;
    const fill = index === bright ? accent : [deep, middle, light][index % 3];
    return rect(index * size, SIDE - height, size, height, fill ?? deep);
  });
};

const motifs = [discs, stripes, blocks, arcs, waves, dots, horizon, folds, rings, steps];

/** A release's cover: one motif, in the colours of its label. */
export function coverSvg(releaseId: number, labelId: number): string {
  const random = randomFrom("cover", releaseId);
  const palette = paletteAround(hashOf("hue", labelId) % 360, random);
  const shapes = random.pick(motifs)(random, palette);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}">${rect(0, 0, SIDE, SIDE, palette.ground)}${shapes}</svg>`;
}
