import { type Day, weekIndexOf } from "../world/calendar";
import { genreById, genres } from "../world/genres";
import { placeOfArtist, placeOfLabel } from "../world/ids";
import { normalIsrc, partsOfIsrc } from "../world/isrc";
import type { Track } from "../world/publication";
import { hashOf } from "../world/random";
import type { World } from "../world/world";
import { COUNT_CAP } from "./envelope";
import { contains, type Ordering, type TrackFilters } from "./filters";

/** Pre-orders are announced this far ahead. */
const WEEKS_AHEAD = 4;
/** How far back a question without dates looks. */
const WEEKS_BACK = 104;

export const isAnnounced = (day: Day, today: Day) =>
  weekIndexOf(day) <= weekIndexOf(today) + WEEKS_AHEAD;

interface Search {
  filters: TrackFilters;
  ordering: Ordering;
  today: Day;
  /** Changes the order of tracks that tie, from request to request. */
  shuffle: number | null;
}

function genreIndexes({ genreIds, labelIds, artistIds }: TrackFilters): number[] {
  const asked = [
    genreIds?.map((id) => genreById(id)?.index),
    labelIds?.map((id) => placeOfLabel(id)?.genreIndex),
    artistIds?.map((id) => placeOfArtist(id)?.genreIndex),
  ].filter((indexes) => indexes !== undefined);
  return genres
    .map(({ index }) => index)
    .filter((index) => asked.every((set) => set.includes(index)));
}

function weeksOf({ filters, today }: Search): { first: number; last: number } {
  const current = weekIndexOf(today);
  const { from, to } = filters.published;
  const last = Math.min(to ? weekIndexOf(to) : current + WEEKS_AHEAD, current + WEEKS_AHEAD);
  return { first: from ? weekIndexOf(from) : Math.min(current, last) - WEEKS_BACK, last };
}

function matches({ filters }: Search, track: Track): boolean {
  const { ids, isrcs, labelIds, artistIds, releaseIds, published, tests } = filters;
  const { recording, release } = track;
  return (
    contains(published, release.publishDay) &&
    (!ids || ids.includes(track.id)) &&
    (!isrcs || isrcs.some((isrc) => normalIsrc(isrc) === recording.isrc)) &&
    (!labelIds || labelIds.includes(release.label.id)) &&
    (!releaseIds || releaseIds.includes(release.id)) &&
    (!artistIds || recording.artists.some(({ id }) => artistIds.includes(id))) &&
    tests.every((test) => test(track))
  );
}

/** An ISRC says in which week its first track came out; later releases may carry it again. */
function* tracksOfIsrcs(world: World, search: Search, isrcs: readonly string[]) {
  const last = weekIndexOf(search.today) + WEEKS_AHEAD;
  const seen = new Set<string>();
  for (const isrc of isrcs) {
    const parts = partsOfIsrc(isrc);
    if (!parts || seen.has(normalIsrc(isrc))) continue;
    seen.add(normalIsrc(isrc));
    for (let week = parts.weekIndex; week <= last; week += 1) {
      for (const track of world.styleWeek(parts.genreIndex, week).tracks) {
        if (track.recording.isrc === normalIsrc(isrc)) yield track;
      }
    }
  }
}

function* tracksOfIds(world: World, ids: readonly number[]) {
  for (const id of new Set(ids)) {
    const track = world.track(id);
    if (track) yield track;
  }
}

function* tracksOfWeeks(world: World, search: Search, sort: (tracks: Track[]) => Track[]) {
  const { first, last } = weeksOf(search);
  const indexes = genreIndexes(search.filters);
  const { descending } = search.ordering;
  for (let step = 0; step <= last - first; step += 1) {
    const week = descending ? last - step : first + step;
    yield* sort(indexes.flatMap((index) => [...world.styleWeek(index, week).tracks]));
  }
}

const text = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

const comparisons: Record<Ordering["by"], (left: Track, right: Track) => number> = {
  id: (left, right) => left.id - right.id,
  publish_date: (left, right) => text(left.release.publishDay, right.release.publishDay),
  release_date: (left, right) => text(left.newReleaseDay, right.newReleaseDay),
  release_id: (left, right) => left.release.id - right.release.id,
  genre: (left, right) => left.recording.genreIndex - right.recording.genreIndex,
  label: (left, right) => text(left.release.label.name, right.release.label.name),
  name: (left, right) => text(left.recording.listedName, right.recording.listedName),
};

function sorter({ ordering, shuffle }: Search) {
  const compare = comparisons[ordering.by];
  const sign = ordering.descending ? -1 : 1;
  const tie = (track: Track) => (shuffle === null ? track.id : hashOf(shuffle, track.id));
  return (tracks: Track[]) =>
    tracks.sort((left, right) => sign * compare(left, right) || tie(left) - tie(right));
}

function candidates(world: World, search: Search): Iterable<Track> {
  const { ids, isrcs } = search.filters;
  if (ids) return tracksOfIds(world, ids);
  if (isrcs) return tracksOfIsrcs(world, search, isrcs);
  return tracksOfWeeks(world, search, sorter(search));
}

/** The tracks a request asks for, in its order; no more than one above the count cap. */
export function findTracks(world: World, search: Search): Track[] {
  const genreSet = new Set(genreIndexes(search.filters));
  const found: Track[] = [];
  for (const track of candidates(world, search)) {
    if (!genreSet.has(track.recording.genreIndex) || !matches(search, track)) continue;
    found.push(track);
    if (found.length > COUNT_CAP) break;
  }
  const inWeekOrder = search.ordering.by === "id" || search.ordering.by === "publish_date";
  const whole = search.filters.ids || search.filters.isrcs || !inWeekOrder;
  return whole ? sorter(search)(found) : found;
}
