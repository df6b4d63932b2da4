import { z } from "zod";
import { groupings } from "./group-rows";
import { planShows } from "./plan-lines";
import { LONGEST_NAME } from "./playlist-name";

export const planInput = z.object({ planId: z.uuid() });

/** Which lines of a plan are asked for, as the address says it; what cannot be read is left out. */
export const planLinesInput = z.object({
  show: z.enum(planShows).catch("all"),
  offset: z.coerce.number().int().min(0).catch(0),
});

/** Where older lists of a playlist begin, as the address says it; what cannot be read is left out. */
export const statesInput = z.object({
  kept: z.coerce.number().int().positive().optional().catch(undefined),
});

const playlistId = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(LONGEST_NAME);

/** A change of the person's own playlists: each is shown before it is made. */
export const changeInput = z.discriminatedUnion("change", [
  z.object({ change: z.literal("sort"), playlistId }),
  z.object({ change: z.literal("dedupe"), playlistId }),
  z.object({ change: z.literal("copy"), playlistId, name }),
  z.object({
    change: z.literal("merge"),
    playlistId,
    withIds: z.array(playlistId).min(1).max(10),
    name,
  }),
  z.object({ change: z.literal("split"), playlistId, name, size: z.int().min(1).max(10_000) }),
  z.object({ change: z.literal("group"), playlistId, name, by: z.enum(groupings) }),
  z.object({ change: z.literal("restore"), playlistId, stateId: z.uuid() }),
  z.object({
    change: z.literal("return"),
    playlistId,
    at: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
  }),
]);
export type ChangeInput = z.input<typeof changeInput>;
