import { z } from "zod";
import { type PersonalProvider, personalProviders } from "@/lib/connections/provider";
import { changeKinds, changeLists } from "@/lib/library/library-view";
import {
  itemKinds,
  libraryParts,
  playSources,
  syncStatuses,
  syncTriggers,
  topRanges,
} from "@/lib/library/part";
import { component } from "./component";
import { pageOf } from "./page";
import { moment } from "./shared-schemas";

const providerOf = (usual: PersonalProvider) =>
  z.enum(personalProviders).default(usual).describe("Whose library.");

export const provider = providerOf("spotify");
/** Of lists that Spotify does not have. */
export const appleProvider = providerOf("apple");

const artists = z.array(z.object({ id: z.string().nullable(), name: z.string() }));

const libraryItem = component(
  "LibraryItem",
  z.object({
    externalId: z.string().nullable().describe("The provider's id; null where it gives none."),
    kind: z.enum(itemKinds).nullable().describe("Null where nothing is left of what stood here."),
    name: z.string(),
    artists,
    albumId: z.string().nullable(),
    albumName: z.string().nullable(),
    coverUrl: z.string().nullable(),
    durationMs: z.number().int().nullable(),
    isrc: z.string().nullable(),
    explicit: z.boolean().nullable(),
    releasedOn: z.string().nullable().describe("A day, a month or a year."),
    genres: z.array(z.string()),
    url: z.string().nullable().describe("Where it is at the provider."),
    fetchedAt: moment.describe("When Clouder read it so."),
    addedAt: moment.nullable(),
    addedBy: z.string().nullable(),
    rank: z.number().int().nullable().describe("1 is the top; null outside the tops."),
    playlist: z
      .object({
        description: z.string().nullable(),
        ownerId: z.string().nullable(),
        ownerName: z.string().nullable(),
        isOwned: z.boolean(),
        isCollaborative: z.boolean(),
        isPublic: z.boolean().nullable(),
        total: z.number().int().nullable(),
        itemsReadable: z.boolean().describe("Whether the provider shows its tracks to this user."),
      })
      .nullable(),
  }),
);

export const libraryPage = component(
  "LibraryPage",
  z.object({
    items: z.array(libraryItem),
    nextCursor: z.string().nullable().describe("Null on the last page."),
    total: z.number().int().describe("Of all pages."),
    at: moment.describe("The moment at which the list was so; the same on every page."),
  }),
);

const play = component(
  "Play",
  z.object({
    playedAt: moment,
    externalId: z.string(),
    trackName: z.string(),
    artistName: z.string().nullable(),
    albumName: z.string().nullable(),
    isrc: z.string().nullable(),
    durationMs: z.number().int().nullable(),
    msPlayed: z.number().int().nullable().describe("How long it was heard, where that is known."),
    url: z.string().nullable(),
    contextUri: z.string().nullable(),
    source: z.enum(playSources),
  }),
);
export const playPage = pageOf("PlayPage", play);

const changedSync = component(
  "ChangedSync",
  z.object({
    id: z.uuid(),
    trigger: z.enum(syncTriggers),
    status: z.enum(syncStatuses),
    isFirst: z.boolean().describe("Nothing was known before it: all of it came."),
    createdAt: moment,
    startedAt: moment.nullable(),
    finishedAt: moment.nullable(),
    counts: z.array(
      z.object({
        list: z.enum(changeLists),
        came: z.number().int(),
        went: z.number().int(),
        changed: z.number().int(),
      }),
    ),
  }),
);
export const changedSyncPage = pageOf("ChangedSyncPage", changedSync);

const change = component(
  "LibraryChange",
  z.object({
    list: z.enum(changeLists),
    kind: z.enum(changeKinds),
    at: moment,
    externalId: z.string().nullable(),
    itemKind: z.enum(itemKinds).nullable(),
    name: z.string(),
    artists: z.array(z.string()),
    url: z.string().nullable(),
    range: z.enum(topRanges).nullable(),
    playlistId: z.string().nullable(),
    playlistName: z.string().nullable(),
    rank: z.number().int().nullable(),
    rankBefore: z.number().int().nullable(),
    nameBefore: z.string().nullable(),
    total: z.number().int().nullable(),
    totalBefore: z.number().int().nullable(),
    moved: z.boolean().describe("Its place in the list is another one."),
  }),
);
export const changePage = pageOf("LibraryChangePage", change);

export const changedPart = z.enum(libraryParts).optional();
export const changeKind = z.enum(changeKinds).optional();
export const changeList = z.enum(changeLists).optional();
export const topRange = z.enum(topRanges).default("medium");
