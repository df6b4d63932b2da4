import { z } from "zod";

/** `account_id` is immutable and meant for account linking; older answers only have `id`. */
const spotifyProfile = z.object({
  id: z.string(),
  account_id: z.string().optional(),
  display_name: z.string().nullish(),
  images: z.array(z.object({ url: z.string() })).nullish(),
});

/** What sign-in knows of a person: `id` is the account's, `profileId` the one that others see. */
export function profileOf(raw: unknown) {
  const me = spotifyProfile.parse(raw);
  return {
    id: me.account_id ?? me.id,
    profileId: me.id,
    name: me.display_name ?? me.id,
    image: me.images?.[0]?.url ?? null,
    email: null,
  };
}

const known = z.object({ profileId: z.string(), name: z.string() });

/** What a connection keeps of a profile that `profileOf` made: the id that owners are compared with. */
export function publicProfileOf(profile: unknown) {
  const me = known.safeParse(profile).data;
  return { profileId: me?.profileId ?? null, displayName: me?.name ?? null };
}
