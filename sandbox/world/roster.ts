import { flavours } from "./flavours";
import { type Genre, genres } from "./genres";
import {
  ARTISTS_PER_GENRE,
  artistIdAt,
  LABELS_PER_GENRE,
  labelIdAt,
  VARIOUS_ARTISTS_ID,
} from "./ids";
import { artistName, labelName } from "./people";
import { at, type Random, randomFrom } from "./random";

export interface Artist {
  id: number;
  /** As Beatport lists the artist: with a country tag for some. */
  name: string;
  /** Without the tag, as Spotify has it. */
  plainName: string;
  hasPicture: boolean;
}

export interface Label {
  id: number;
  index: number;
  name: string;
  country: string;
  catalogPrefix: string;
  hasPicture: boolean;
}

/** The labels and artists of one genre; the first of each release the most. */
export interface Roster {
  labels: readonly Label[];
  artists: readonly Artist[];
}

export const variousArtists: Artist = {
  id: VARIOUS_ARTISTS_ID,
  name: "Various Artists",
  plainName: "Various Artists",
  hasPicture: false,
};

const countries = [
  ["GB", 22],
  ["DE", 16],
  ["NL", 12],
  ["US", 12],
  ["QZ", 8],
  ["FR", 7],
  ["IT", 7],
  ["ES", 6],
  ["BE", 4],
  ["BR", 4],
  ["ZA", 2],
] as const;
const tags = ["UK", "DE", "NL", "IT", "BR", "US"] as const;
/** The last few artists of a genre carry the name of an earlier one, as happens on Beatport. */
const HOMONYMS = 4;

function distinct(random: Random, taken: Set<string>, draw: () => string): string {
  let name = draw();
  while (taken.has(name.toLowerCase())) name = random.chance(0.2) ? `${draw()} II` : draw();
  taken.add(name.toLowerCase());
  return name;
}

function catalogPrefix(name: string, random: Random): string {
  const letters = name.toUpperCase().replaceAll(/[^A-Z]/g, "");
  return letters.slice(0, random.int(3, 6)).padEnd(3, "X");
}

function drawLabels(seed: string, genre: Genre): Label[] {
  const random = randomFrom(seed, "labels", genre.id);
  const taken = new Set<string>();
  return Array.from({ length: LABELS_PER_GENRE }, (_, index) => {
    const name = distinct(random, taken, () => labelName(random, flavours[genre.flavour].nouns));
    return {
      id: labelIdAt(genre.index, index),
      index,
      name,
      country: random.weighted(countries),
      catalogPrefix: catalogPrefix(name, random),
      hasPicture: random.chance(0.75),
    };
  });
}

function drawArtists(seed: string, genre: Genre): Artist[] {
  const random = randomFrom(seed, "artists", genre.id);
  const taken = new Set<string>();
  const { regions } = flavours[genre.flavour];
  const artists: Artist[] = [];
  for (let index = 0; index < ARTISTS_PER_GENRE - HOMONYMS; index += 1) {
    const plainName = distinct(random, taken, () => artistName(random, random.weighted(regions)));
    artists.push({
      id: artistIdAt(genre.index, index),
      name: random.chance(0.04) ? `${plainName} (${random.pick(tags)})` : plainName,
      plainName,
      hasPicture: random.chance(0.4),
    });
  }
  const namesakes = Array.from({ length: HOMONYMS }, (_, index) => ({
    ...at(artists, 40 + index),
    id: artistIdAt(genre.index, artists.length + index),
    hasPicture: false,
  }));
  return [...artists, ...namesakes];
}

export const drawRoster = (seed: string, genreIndex: number): Roster => {
  const genre = at(genres, genreIndex);
  return { labels: drawLabels(seed, genre), artists: drawArtists(seed, genre) };
};

/** A member drawn so that the first come up often and the last now and then. */
export const pickFavouring = <T>(random: Random, members: readonly T[], bias: number): T =>
  at(members, Math.floor(members.length * random.next() ** bias));
