import { type PersonalProvider, personalProviders } from "@/lib/connections/provider";
import { filtersOf, type LibraryFilter } from "./library-filters";
import { offeredParts } from "./offered-parts";
import { type LibraryPart, type TopRange, topRanges } from "./part";

/** As many rows of a list as are asked for, and sent, at once. */
export const PAGE_ROWS = 200;

/** Columns a list can be ordered by; `list` is the order it has by itself. */
export const librarySorts = [
  "list",
  "name",
  "artist",
  "album",
  "added",
  "duration",
  "released",
] as const;
export type LibrarySort = (typeof librarySorts)[number];

/** What of a library is on screen: it lives in the address, so that it survives a reload. */
export type LibraryWish = {
  provider: PersonalProvider;
  part: LibraryPart;
  /** Over which time a top is made. */
  range: TopRange;
  text: string;
  filter: LibraryFilter | null;
  sort: LibrarySort;
  descending: boolean;
  /** A day, `2026-10-01`, or a moment as an ISO string; null is now. */
  at: string | null;
};

/** The list of a library that is shown when none is asked for. */
const usualPart = (provider: PersonalProvider) => offeredParts[provider][0];

export const usualWish: LibraryWish = {
  provider: "spotify",
  part: usualPart("spotify"),
  range: "short",
  text: "",
  filter: null,
  sort: "list",
  descending: false,
  at: null,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_TEXT = 100;

/** The moment that is meant, at the end of a day in UTC; null when the text is no moment. */
export function momentOf(at: string): Date | null {
  const date = new Date(DAY.test(at) ? `${at}T23:59:59.999Z` : at);
  return Number.isNaN(date.getTime()) ? null : date;
}

const oneOf = <T extends string>(known: readonly T[], value: string | null) =>
  known.find((one) => one === value) ?? null;

export function readAt(value: string | null): string | null {
  return value !== null && momentOf(value) ? value : null;
}

/** What cannot be read in an address is left out. */
export function readWish(params: URLSearchParams): LibraryWish {
  const provider = oneOf(personalProviders, params.get("provider")) ?? usualWish.provider;
  const part = oneOf(offeredParts[provider], params.get("part")) ?? usualPart(provider);
  return {
    provider,
    part,
    range: oneOf(topRanges, params.get("range")) ?? usualWish.range,
    text: (params.get("q") ?? "").slice(0, LONGEST_TEXT),
    filter: oneOf(filtersOf[part], params.get("only")),
    sort: oneOf(librarySorts, params.get("sort")) ?? usualWish.sort,
    descending: params.get("dir") === "desc",
    at: readAt(params.get("at")),
  };
}

/** Where to go instead when no provider was named and the usual one is not connected; null to stay. */
export function otherProvider(
  asked: string | null,
  connected: readonly PersonalProvider[],
): PersonalProvider | null {
  const [first = null] = connected;
  return asked === null && !connected.includes(usualWish.provider) ? first : null;
}

/** The query string of a wish without its "?"; empty when everything is as usual. */
export function writeWish(wish: LibraryWish): string {
  const params = new URLSearchParams();
  const { provider, part, range, text, filter, sort, descending, at } = wish;
  if (provider !== usualWish.provider) params.set("provider", provider);
  if (part !== usualPart(provider)) params.set("part", part);
  if (range !== usualWish.range) params.set("range", range);
  if (text) params.set("q", text);
  if (filter) params.set("only", filter);
  if (sort !== usualWish.sort) params.set("sort", sort);
  if (descending) params.set("dir", "desc");
  if (at) params.set("at", at);
  return params.toString();
}

/** The wish after a change; another list has filters and an order of its own. */
export function changeWish(wish: LibraryWish, change: Partial<LibraryWish>): LibraryWish {
  const next = { ...wish, ...change };
  if (next.part === wish.part) return next;
  const { sort, descending } = usualWish;
  return { ...next, sort, descending, filter: oneOf(filtersOf[next.part], next.filter) };
}
