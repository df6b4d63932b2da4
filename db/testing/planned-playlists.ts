import { z } from "zod";
import { createUser } from "@/db/testing/factories";
import { startSpotify } from "@/db/testing/mirrored-week";

const MIRA = "mira.okafor";
const made = z.object({ id: z.string() });
const saved = z.object({ items: z.array(z.object({ uri: z.string() })) });
const items = z.object({
  items: z.array(z.object({ playlistId: z.string(), uri: z.string().nullable() })),
});

const hits = z.object({ faults: z.array(z.object({ hits: z.number() })) });

type Fault = {
  kind: string;
  match?: { method?: string; path?: string };
  [option: string]: unknown;
};

/** A DJ with a library of playlists, and what they do with them by hand. Start it before importing the app. */
export async function startPlaylists() {
  const spotify = await startSpotify({ library: "small" });
  await spotify.control("/switches", { listening: false, living: false });
  const read = async (path: string) =>
    (await spotify.control(`/users/${MIRA}/library/${path}`)).json();
  const library = async () => items.parse(await read("playlist-items")).items;

  const { db } = await import("@/db/client");
  const user = await createUser(db);
  await spotify.connect(db, user.id);
  const { approvePlan } = await import("@/lib/playlists/approve-plan");
  const { playPlan } = await import("@/lib/playlists/testing/play-pair");

  return {
    ...spotify,
    db,
    userId: user.id,
    /** Tracks that exist. */
    uris: [...new Set(saved.parse(await read("saved-tracks")).items.map(({ uri }) => uri))],
    make: async (name: string, uris: readonly string[]) => {
      const answer = await spotify.control(`/users/${MIRA}/playlists`, { name, uris });
      return made.parse(await answer.json()).id;
    },
    /** What a playlist really holds; null where Spotify names nothing. */
    rowsOf: async (playlistId: string) =>
      (await library()).filter((row) => row.playlistId === playlistId).map(({ uri }) => uri),
    /** The playlists that hold something that cannot be added. */
    oddPlaylists: async () => {
      const odd = (await library()).filter(({ uri }) => !uri?.startsWith("spotify:track:"));
      return [...new Set(odd.map(({ playlistId }) => playlistId))];
    },
    fault: async (fault: Fault) => {
      await spotify.control("/faults", undefined, "DELETE");
      await spotify.control("/faults", fault);
    },
    /** Whether the fault has come to pass. */
    wasHit: async () => {
      const answer = await spotify.control("/faults");
      return hits.parse(await answer.json()).faults.some((fault) => fault.hits > 0);
    },
    noFaults: () => spotify.control("/faults", undefined, "DELETE"),
    approve: (planId: string) => approvePlan(db, { planId, userId: user.id }),
    /** Carries an approved plan out turn by turn, as its function would; answers when there is no more. */
    carryOut: (planId: string, { through = db, from = new Date() } = {}) =>
      playPlan(through, { planId, userId: user.id }, from),
  };
}
