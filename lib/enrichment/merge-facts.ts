import { normalizeIsrc } from "@/lib/catalog/isrc";
import { foldText } from "@/lib/rules/fold-text";
import type { Stage } from "@/lib/rules/stage";
import type { TrackFacts } from "@/lib/rules/track-facts";
import { standingLabels } from "./classification";
import { type Enrichment, enrichmentSources } from "./enrichment";
import type { CurationFacts, KnownRecording, LibraryFacts } from "./known-recording";
import { chooseFact, type Said } from "./precedence";

/** What is known of a recording as rules ask it; null when its user has nothing to do with it. */
export function mergeFacts(known: KnownRecording, said = saidOf(known)): TrackFacts | null {
  if (!isConcerned(known)) return null;
  const { recordingKey, catalog, library, playlists, curation, sources, tags } = known;
  return {
    recordingKey,
    trackId: catalog?.trackId ?? null,
    spotifyUri: spotifyUriOf(known),
    title: chooseFact("title", said) ?? null,
    artists: chooseFact("artists", said) ?? [],
    remixers: chooseFact("remixers", said) ?? [],
    label: chooseFact("label", said) ?? null,
    genres: genresOf(known),
    mixName: chooseFact("mixName", said) ?? null,
    bpm: chooseFact("bpm", said) ?? null,
    key: chooseFact("key", said) ?? null,
    lengthS: chooseFact("lengthS", said) ?? null,
    releasedOn: chooseFact("releasedOn", said) ?? null,
    isrc: chooseFact("isrc", said) ?? null,
    isExplicit: chooseFact("isExplicit", said) ?? null,
    plays: library.reduce((sum, { plays }) => sum + plays, 0),
    firstPlayedAt: earliest(library.map(({ firstPlayedAt }) => firstPlayedAt)),
    lastPlayedAt: latest(library.map(({ lastPlayedAt }) => lastPlayedAt)),
    isSaved: library.some(({ isSaved }) => isSaved),
    savedAt: earliest(library.map(({ savedAt }) => savedAt)),
    playlists: playlists?.playlists ?? [],
    playlistCount: playlists?.playlistCount ?? 0,
    ...curationOf(curation),
    tags,
    classifications: standingLabels(known.classifications),
    sources: sources?.sources ?? [],
    sourceNames: sources?.names ?? [],
  };
}

const isConcerned = (known: KnownRecording) => {
  const { catalog, library, playlists, curation, sources, tags, isPinned } = known;
  return (
    library.some(({ isSaved, plays }) => isSaved || plays > 0) ||
    playlists !== null ||
    curation.length > 0 ||
    (sources?.sources.length ?? 0) > 0 ||
    tags.length > 0 ||
    (isPinned && (catalog !== null || library.length > 0))
  );
};

/** Of several tracks of a library the one a person keeps or plays most speaks for the recording. */
const byUse = (one: LibraryFacts, other: LibraryFacts) =>
  Number(other.isSaved) - Number(one.isSaved) ||
  other.plays - one.plays ||
  (one.externalId < other.externalId ? -1 : 1);

/** What each source says of a recording. */
export function saidOf({ catalog, library, sources, enrichments }: KnownRecording): Said {
  const said: Said = {};
  if (sources) said.list = sources;
  if (catalog) said.beatport = Object.assign({}, catalog, { lengthS: seconds(catalog.lengthMs) });
  const byProvider = library.length > 1 ? [...library].sort(byUse).reverse() : library;
  for (const item of byProvider) {
    said[item.provider] = {
      title: item.title,
      artists: item.artists,
      lengthS: seconds(item.lengthMs),
      isrc: normalizeIsrc(item.isrc),
      releasedOn: dayOf(item.releasedOn),
      isExplicit: item.isExplicit,
    };
  }
  for (const { source, values } of inOrder(enrichments)) {
    said[source] = { ...said[source], ...values };
  }
  return said;
}

const seconds = (ms: number | null) => (ms === null ? null : ms / 1000);

/** The first day of the month or year where a provider knows no more; null for what is no day. */
function dayOf(text: string | null): string | null {
  const parts = /^([12]\d{3})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text ?? "");
  if (!parts) return null;
  const [, year, month = "01", day = "01"] = parts;
  const date = new Date(`${year}-${month}-${day}`);
  const written = Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
  return written === `${year}-${month}-${day}` ? written : null;
}

/** By source; a user's own row after everybody's, so that it has the last word in its source. */
const inOrder = (enrichments: readonly Enrichment[]) =>
  [...enrichments].sort(
    (one, other) =>
      enrichmentSources.indexOf(one.source) - enrichmentSources.indexOf(other.source) ||
      Number(one.userId !== null) - Number(other.userId !== null),
  );

/** Each genre once, however it is written, as it was told first. */
function genresOf({ catalog, enrichments }: KnownRecording): string[] {
  const genres = new Map<string, string>();
  const told = inOrder(enrichments).flatMap(({ categories }) => categories);
  for (const genre of [catalog?.style, catalog?.subGenre, ...told]) {
    if (genre && !genres.has(foldText(genre))) genres.set(foldText(genre), genre);
  }
  return [...genres.values()];
}

/** The match of the catalogue goes before what a library calls it, so that a playlist has it once. */
function spotifyUriOf({ catalog, library, sources }: KnownRecording): string | null {
  if (catalog?.spotifyUri) return catalog.spotifyUri;
  const own = [...library]
    .sort(byUse)
    .find(({ provider, isLocal }) => provider === "spotify" && !isLocal);
  return own ? `spotify:track:${own.externalId}` : (sources?.spotifyUri ?? null);
}

type Moment = string | null;
const momentsOf = (moments: readonly Moment[]) =>
  moments.flatMap((moment) => (moment === null ? [] : [Date.parse(moment)]));

function earliest(moments: readonly Moment[]): Date | null {
  const known = momentsOf(moments);
  return known.length > 0 ? new Date(Math.min(...known)) : null;
}

function latest(moments: readonly Moment[]): Date | null {
  const known = momentsOf(moments);
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}

type Curated = Pick<TrackFacts, "stage" | "judgedAt" | "categories" | "goldenSince" | "week">;

/**
 * Golden once and for all; else where the newest week has it, and of several places there the one
 * that was judged last.
 */
function curationOf(curation: readonly CurationFacts[]): Curated {
  const golden = curation.filter(({ stage }) => stage === "golden");
  const weeks = curation.filter(({ week }) => week !== null).sort(byWeek);
  const stage: Stage = golden.length > 0 ? "golden" : (weeks[0]?.stage ?? "none");
  const names = curation.flatMap(({ category }) => (category === null ? [] : [category]));
  return {
    stage,
    judgedAt: latest(weeks.map(({ at }) => at)),
    categories: [...new Set(names)].sort(),
    goldenSince: earliest(golden.map(({ at }) => at)),
    week: weeks[0]?.week ?? null,
  };
}

const byWeek = (one: CurationFacts, other: CurationFacts) =>
  (other.week ?? "").localeCompare(one.week ?? "") ||
  (other.at ?? "").localeCompare(one.at ?? "") ||
  one.stage.localeCompare(other.stage);
