import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const pair = /--([\w-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/g;
const tokens = new Map(
  [...css.matchAll(pair)].map(([, name, light, dark]) => [name, { light, dark }]),
);

/** Relative luminance of an OKLCH colour, clipped to sRGB. */
function luminance(oklch: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(" ").map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(name: string, ground: string, theme: "light" | "dark"): number {
  const values = [name, ground].map((token) => luminance(tokens.get(token)?.[theme] ?? ""));
  return (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
}

const grounds = ["ground", "surface", "raised", "hover"];
const categories = Array.from({ length: 13 }, (_, color) => `c${color}`);
const stages = ["bronze", "silver", "gold"];
const meanings = ["danger", "warning", "ok"];
const texts = ["text", "text-2", "text-3", ...stages, ...meanings, ...categories];

const cases = (["dark", "light"] as const).flatMap((theme) =>
  grounds.map((ground) => ({ theme, ground })),
);

test.each(cases)("every colour that carries words reads at 4.5:1 on $ground, $theme", (at) => {
  const tooFaint = texts.filter((name) => contrast(name, at.ground, at.theme) < 4.5);
  expect(tooFaint).toEqual([]);
});

test.each(cases)("the edge of a control stands out at 3:1 on $ground, $theme", (at) => {
  expect(contrast("edge", at.ground, at.theme)).toBeGreaterThanOrEqual(3);
});
