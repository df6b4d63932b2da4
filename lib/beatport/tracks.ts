import "server-only";
import { z } from "zod";
import { ProviderError } from "@/lib/traffic/provider-error";
import { readBeatport } from "./request";
import { readTrack } from "./track";

export const TRACKS_PER_PAGE = 100;

/** Beatport counts no further: a total of this many means "at least". */
export const COUNT_CEILING = 10_000;

const page = z.object({
  results: z.array(z.unknown()),
  next: z.string().nullish(),
  count: z.number().int().nonnegative(),
});

const identified = z.object({ id: z.number().int().positive() });

/** A row as it came; `problem` says why it cannot become a track. */
export type TrackPayload = { externalId: string | null; raw: unknown; problem: string | null };

type TracksPage = {
  payloads: TrackPayload[];
  /** Of the whole range; null beyond its last page. */
  count: number | null;
  last: boolean;
};

type PageOfDates = {
  genreId: number;
  /** ISO dates, both included. */
  from: string;
  to: string;
  /** From 1. */
  page: number;
};

/** One page of what went on sale in a genre, oldest first, each track once. */
export async function listTracks({
  genreId,
  from,
  to,
  page: number,
}: PageOfDates): Promise<TracksPage> {
  const query = {
    genre_id: genreId,
    publish_date: `${from}:${to}`,
    order_by: "publish_date",
    page: number,
    per_page: TRACKS_PER_PAGE,
  };
  try {
    const { results, next, count } = await readBeatport(
      { path: "/catalog/tracks/", query, lane: "background" },
      page,
    );
    // `next` has no scheme and sometimes a private host: only its absence is meant for us
    return { payloads: distinct(results), count, last: !next || results.length === 0 };
  } catch (error) {
    if (number > 1 && isBeyondTheEnd(error)) return { payloads: [], count: null, last: true };
    throw error;
  }
}

/** Any other 404 is no answer about the list. */
const isBeyondTheEnd = (error: unknown) =>
  error instanceof ProviderError && error.kind === "not_found" && /page/i.test(error.message);

function distinct(results: unknown[]): TrackPayload[] {
  const seen = new Map<string, TrackPayload>();
  for (const raw of results) {
    const id = identified.safeParse(raw).data?.id;
    const reading = readTrack(raw);
    const payload = {
      externalId: id === undefined ? null : String(id),
      raw,
      problem: "problem" in reading ? reading.problem : null,
    };
    seen.set(payload.externalId ?? `row ${seen.size}`, payload);
  }
  return [...seen.values()];
}
