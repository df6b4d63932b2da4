import { genres } from "./genres";

/** A style-week of the world, and the place of one thing inside it. */
export interface Place {
  genreIndex: number;
  weekIndex: number;
  slot: number;
}

const TRACK_SLOTS = 16_384;
const RELEASE_SLOTS = 8_192;
export const LABELS_PER_GENRE = 160;
export const ARTISTS_PER_GENRE = 900;

const FIRST_LABEL_ID = 40_000;
const FIRST_ARTIST_ID = 1_000_000;
const LABEL_STRIDE = 200;
const ARTIST_STRIDE = 1_000;
/** Beatport's collective artist. */
export const VARIOUS_ARTISTS_ID = 36;

const encode = ({ genreIndex, weekIndex, slot }: Place, slots: number) =>
  (weekIndex * genres.length + genreIndex) * slots + slot;

function decode(id: number, slots: number): Place | null {
  if (!Number.isSafeInteger(id) || id < 0) return null;
  const styleWeek = Math.floor(id / slots);
  return {
    genreIndex: styleWeek % genres.length,
    weekIndex: Math.floor(styleWeek / genres.length),
    slot: id % slots,
  };
}

/** Ids grow with the week, as Beatport's do, and say which style-week holds the thing. */
export const trackIdAt = (place: Place) => encode(place, TRACK_SLOTS);
export const placeOfTrack = (id: number) => decode(id, TRACK_SLOTS);
export const releaseIdAt = (place: Place) => encode(place, RELEASE_SLOTS);
export const placeOfRelease = (id: number) => decode(id, RELEASE_SLOTS);

export const labelIdAt = (genreIndex: number, index: number) =>
  FIRST_LABEL_ID + genreIndex * LABEL_STRIDE + index;

export const artistIdAt = (genreIndex: number, index: number) =>
  FIRST_ARTIST_ID + genreIndex * ARTIST_STRIDE + index;

const member = (offset: number, stride: number, members: number) => {
  const genreIndex = Math.floor(offset / stride);
  const index = offset % stride;
  const exists = offset >= 0 && genreIndex < genres.length && index < members;
  return exists ? { genreIndex, index } : null;
};

export const placeOfLabel = (id: number) =>
  member(id - FIRST_LABEL_ID, LABEL_STRIDE, LABELS_PER_GENRE);

export const placeOfArtist = (id: number) =>
  member(id - FIRST_ARTIST_ID, ARTIST_STRIDE, ARTISTS_PER_GENRE);
