import "server-only";
import { z } from "zod";
import { type SpotifyCaller, spotifyFetch } from "./request";

const me = z
  .object({
    id: z.string(),
    account_id: z.string().nullish(),
    display_name: z.string().nullish(),
  })
  .transform(({ id, account_id, display_name }) => ({
    /** As other users see it; compare it with the owner of a playlist. */
    profileId: id,
    accountId: account_id ?? null,
    displayName: display_name ?? null,
  }));

export const getMe = (caller: SpotifyCaller) =>
  spotifyFetch({ ...caller, group: "me", path: "/me" }, me);
