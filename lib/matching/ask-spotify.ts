import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/handle";
import { findIsrcAnswers, saveIsrcAnswers } from "@/db/queries/isrc-answers";
import { withAppToken } from "@/lib/spotify/app-token";
import type { SpotifyTrack } from "@/lib/spotify/track";
import { searchTracksByIsrc } from "@/lib/spotify/tracks";
import { slots } from "@/lib/traffic/slots";

const AT_A_TIME = 4;

/** Answers are kept as the connector reads them; another shape is an older one and is asked anew. */
const kept: z.ZodType<SpotifyTrack[]> = z.array(
  z.object({
    id: z.string(),
    uri: z.string(),
    url: z.string().nullable(),
    name: z.string(),
    artists: z.array(z.string()),
    album: z.object({
      name: z.string(),
      type: z.enum(["album", "single", "compilation", "ep"]).nullable(),
      releaseDate: z.string().nullable(),
    }),
    durationMs: z.number().nullable(),
    isrc: z.string().nullable(),
    playable: z.boolean().nullable(),
  }),
);

export type KnownAnswer = { tracks: SpotifyTrack[]; fetchedAt: Date };

export async function recallAnswers(db: Db, isrcs: string[]): Promise<Map<string, KnownAnswer>> {
  const known = new Map<string, KnownAnswer>();
  for (const { isrc, tracks, fetchedAt } of await findIsrcAnswers(db, isrcs)) {
    const parsed = kept.safeParse(tracks);
    if (parsed.success) known.set(isrc, { tracks: parsed.data, fetchedAt });
  }
  return known;
}

type Asked = { answers: Map<string, SpotifyTrack[]>; errors: Map<string, unknown> };

/** One request per ISRC, few at a time; what was answered is kept even when others failed. */
export async function askSpotify(db: Db, isrcs: string[]): Promise<Asked> {
  const inSlot = slots(AT_A_TIME);
  const results = await Promise.allSettled(
    isrcs.map((isrc) => inSlot(() => withAppToken((token) => searchTracksByIsrc({ token, isrc })))),
  );

  const asked: Asked = { answers: new Map(), errors: new Map() };
  isrcs.forEach((isrc, index) => {
    const result = results[index];
    if (result?.status === "fulfilled") asked.answers.set(isrc, result.value);
    else asked.errors.set(isrc, result?.reason);
  });

  await saveIsrcAnswers(
    db,
    [...asked.answers].map(([isrc, tracks]) => ({ isrc, tracks, payloadHash: hashOf(tracks) })),
  );
  return asked;
}

const hashOf = (tracks: SpotifyTrack[]) =>
  createHash("sha256").update(JSON.stringify(tracks)).digest("hex");
