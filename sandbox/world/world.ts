import { createCache } from "./cache";
import { drawFreshWeek } from "./fresh-week";
import { genres } from "./genres";
import {
  placeOfArtist,
  placeOfLabel,
  placeOfRelease,
  placeOfTrack,
  VARIOUS_ARTISTS_ID,
} from "./ids";
import type { Release, StyleWeek, Track } from "./publication";
import { at } from "./random";
import type { FreshRelease, Recording } from "./recording";
import { type Artist, drawRoster, type Label, variousArtists } from "./roster";
import { drawStyleWeek } from "./style-week";
import { planWeek } from "./week-plan";

export type World = ReturnType<typeof createWorld>;

/** Weeks kept in memory; any other is drawn again, the same, when it is asked for. */
const KEPT_WEEKS = 600;
const MOST_WEEKS = 4_000;

/** A world of releases that its seed and scale decide; nothing in it depends on the day. */
export function createWorld({ seed, scale }: { seed: string; scale: number }) {
  const keyOf = (genreIndex: number, weekIndex: number) => weekIndex * genres.length + genreIndex;
  const placeOf = (key: number) => ({
    genreIndex: key % genres.length,
    weekIndex: Math.floor(key / genres.length),
  });
  const planOf = (key: number) => planWeek(seed, { ...placeOf(key), scale });

  const rosterOf = createCache(genres.length, (genreIndex: number) => drawRoster(seed, genreIndex));

  const drawn = new Map<number, Set<number>>();
  const freshOf = createCache(KEPT_WEEKS, (key: number): readonly FreshRelease[] => {
    const place = placeOf(key);
    drawn.set(place.genreIndex, (drawn.get(place.genreIndex) ?? new Set()).add(place.weekIndex));
    return drawFreshWeek({ seed, ...place }, rosterOf(place.genreIndex), planOf(key).fresh);
  });

  const styleWeekOf = createCache(KEPT_WEEKS, (key: number): StyleWeek => {
    const { genreIndex, weekIndex } = placeOf(key);
    return drawStyleWeek({
      seed,
      genreIndex,
      weekIndex,
      plan: planOf(key),
      roster: rosterOf(genreIndex),
      freshOf: (sourceWeek) => freshOf(keyOf(genreIndex, sourceWeek)),
    });
  });

  const exists = (weekIndex: number) => weekIndex >= 0 && weekIndex < MOST_WEEKS;

  const styleWeek = (genreIndex: number, weekIndex: number): StyleWeek =>
    exists(weekIndex) ? styleWeekOf(keyOf(genreIndex, weekIndex)) : { releases: [], tracks: [] };

  const freshReleases = (genreIndex: number, weekIndex: number) =>
    exists(weekIndex) ? freshOf(keyOf(genreIndex, weekIndex)) : [];

  return {
    styleWeek,
    freshReleases,
    artists: (genreIndex: number) => rosterOf(genreIndex).artists,

    track(id: number): Track | null {
      const place = placeOfTrack(id);
      return place
        ? (styleWeek(place.genreIndex, place.weekIndex).tracks[place.slot] ?? null)
        : null;
    },

    /** A recording by the id of its first publication, with the release that brought it. */
    recording(id: number): { recording: Recording; release: FreshRelease } | null {
      const place = placeOfTrack(id);
      if (!place) return null;
      for (const release of freshReleases(place.genreIndex, place.weekIndex)) {
        const recording = release.recordings.find((each) => each.id === id);
        if (recording) return { recording, release };
      }
      return null;
    },

    release(id: number): Release | null {
      const place = placeOfRelease(id);
      return place
        ? (styleWeek(place.genreIndex, place.weekIndex).releases[place.slot] ?? null)
        : null;
    },

    label(id: number): Label | null {
      const place = placeOfLabel(id);
      return place ? at(rosterOf(place.genreIndex).labels, place.index) : null;
    },

    artist(id: number): Artist | null {
      if (id === VARIOUS_ARTISTS_ID) return variousArtists;
      const place = placeOfArtist(id);
      return place ? at(rosterOf(place.genreIndex).artists, place.index) : null;
    },

    /** The weeks of a genre that somebody has asked for so far. */
    drawnWeeks: (genreIndex: number): ReadonlySet<number> => drawn.get(genreIndex) ?? new Set(),
  };
}
