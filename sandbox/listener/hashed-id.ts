import type { Random } from "../world/random";

const letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ID_LENGTH = 22;

/** Looks like one of Spotify's ids, and means nothing in the catalogue. */
export function hashedId(random: Random, start: string): string {
  let id = start;
  while (id.length < ID_LENGTH) id += letters.charAt(random.int(0, letters.length - 1));
  return id;
}
