import { and, desc, eq } from "drizzle-orm";
import { mirrors } from "@/db/schema";
import { createConnectedWeek, startSpotify } from "@/db/testing/mirrored-week";

export type OwnMirror = { mirrorId: string; userId: string };

/** A DJ's weeks whose playlists are brought in step turn by turn, on a clock of their own. Start it before importing the app. */
export async function startMirrors() {
  const spotify = await startSpotify();
  const { db } = await import("@/db/client");
  const { moveTracks } = await import("@/lib/curation/move-tracks");
  const { beginMirror } = await import("@/lib/mirrors/begin-mirror");
  const { followMirror } = await import("@/lib/mirrors/follow-mirror");

  let now = new Date("2026-11-21T12:00:00Z");
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  const week = (uris: readonly string[]) => createConnectedWeek(spotify, uris);

  return {
    ...spotify,
    db,
    later,
    now: () => now,
    week,
    /** Follows until it is in step, as the function does; answers in how many turns. */
    sync: async (mirror: OwnMirror, through = db) => {
      const owned = { ...mirror, runId: "run" };
      await beginMirror(db, owned);
      for (let turns = 1; turns < 40; turns += 1) {
        const { more, pauseSeconds = 0 } = await followMirror(through, { ...owned, now });
        if (!more) return turns;
        later(pauseSeconds);
      }
      throw new Error("the mirror never came in step");
    },
    mirrorOf: async ({ mirrorId }: OwnMirror) => {
      const [found] = await db.select().from(mirrors).where(eq(mirrors.id, mirrorId));
      if (!found) throw new Error("no such mirror");
      return { ...found, playlistId: found.spotifyPlaylistId ?? "" };
    },
    /** The newest Silver list of a user. */
    silverOf: async (userId: string) => {
      const [found] = await db
        .select()
        .from(mirrors)
        .where(and(eq(mirrors.userId, userId), eq(mirrors.kind, "silver")))
        .orderBy(desc(mirrors.createdAt))
        .limit(1);
      return { mirrorId: found?.id ?? "", userId, name: found?.name ?? "" };
    },
    /** A track of the week goes into the first category. */
    sortAway: async (made: Awaited<ReturnType<typeof week>>, track: number) => {
      const categoryId = made.categories[0]?.id ?? null;
      await moveTracks(db, { ...made.press(track), categoryId });
    },
  };
}
