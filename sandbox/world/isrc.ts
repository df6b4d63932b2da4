import { isoWeekOf, weekIndexOfIso } from "./calendar";
import { genres } from "./genres";
import { LABELS_PER_GENRE } from "./ids";

/** What an ISRC of the world says by itself, so that any of them can be found without a table. */
export interface IsrcParts {
  country: string;
  genreIndex: number;
  labelIndex: number;
  weekIndex: number;
  /** Place among the label's recordings of that week. */
  serial: number;
}

const SERIALS_PER_WEEK = 1_800;

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const REGISTRANTS = digits.length ** 3;
/** Spreads neighbouring labels over the registrant codes; it has no factor in common with 36. */
const SPREAD = 28_657;
const registrantNumbers = new Map<string, number>();

for (let number = 0; number < genres.length * LABELS_PER_GENRE; number += 1) {
  registrantNumbers.set(registrantCode(number), number);
}

function registrantCode(number: number): string {
  const spread = (number * SPREAD + 12_345) % REGISTRANTS;
  return [spread / 1296, spread / 36, spread]
    .map((digit) => digits.charAt(Math.floor(digit) % 36))
    .join("");
}

export function isrcOf(parts: IsrcParts): string {
  if (parts.serial < 0 || parts.serial >= SERIALS_PER_WEEK) {
    throw new RangeError(`ISRC serial ${parts.serial} does not fit`);
  }
  const { year, week } = isoWeekOf(parts.weekIndex);
  const registrant = registrantCode(parts.genreIndex * LABELS_PER_GENRE + parts.labelIndex);
  const designation = (week - 1) * SERIALS_PER_WEEK + parts.serial;
  return `${parts.country}${registrant}${String(year % 100).padStart(2, "0")}${String(designation).padStart(5, "0")}`;
}

/** Upper case, letters and digits only. */
export const normalIsrc = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");

export function partsOfIsrc(text: string): IsrcParts | null {
  const match = /^([A-Z]{2})([A-Z0-9]{3})(\d{2})(\d{5})$/.exec(normalIsrc(text));
  if (!match) return null;
  const [, country = "", registrant = "", year = "", designation = ""] = match;
  const number = registrantNumbers.get(registrant);
  if (number === undefined) return null;
  return {
    country,
    genreIndex: Math.floor(number / LABELS_PER_GENRE),
    labelIndex: number % LABELS_PER_GENRE,
    weekIndex: weekIndexOfIso(
      2000 + Number(year),
      Math.floor(Number(designation) / SERIALS_PER_WEEK) + 1,
    ),
    serial: Number(designation) % SERIALS_PER_WEEK,
  };
}
