import { hashOf, randomFrom } from "../world/random";
import { oklch } from "./colour";
import { paletteAround } from "./palette";

const escapeXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const svg = (width: number, height: number, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`;

export function artistSvg(artistId: number): string {
  const random = randomFrom("portrait", artistId);
  const { ground, middle, light, deep } = paletteAround(random.int(0, 359), random);
  const x = random.int(220, 370);
  return svg(
    590,
    404,
    `<rect width="590" height="404" fill="${ground}"/><circle cx="${random.pick([40, 550])}" cy="90" r="190" fill="${deep}"/>` +
      `<ellipse cx="${x}" cy="430" rx="190" ry="170" fill="${middle}"/><circle cx="${x}" cy="180" r="92" fill="${light}"/>`,
  );
}

export function labelSvg(labelId: number, name: string): string {
  const random = randomFrom("label", labelId);
  const { ground, accent } = paletteAround(hashOf("hue", labelId) % 360, random);
  const initials = name
    .split(" ")
    .map((word) => word.charAt(0))
    .join("")
    .slice(0, 2)
    .toUpperCase();
  return svg(
    500,
    500,
    `<rect width="500" height="500" fill="${ground}"/><text x="250" y="325" font-family="system-ui,sans-serif" font-size="220" font-weight="700" text-anchor="middle" fill="${accent}">${escapeXml(initials)}</text>`,
  );
}

/** What stands in for a picture nobody has uploaded. */
export const placeholderSvg = svg(
  500,
  500,
  `<rect width="500" height="500" fill="${oklch(0.32, 0.005, 70)}"/><circle cx="250" cy="250" r="120" fill="none" stroke="${oklch(0.5, 0.005, 70)}" stroke-width="16"/><circle cx="250" cy="250" r="18" fill="${oklch(0.5, 0.005, 70)}"/>`,
);
