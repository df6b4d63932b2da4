import { z } from "zod";

/** Behaviour of the real services that is seen now and then, or may come back. */
export const switchesSchema = z.object({
  /** Spotify answers a refresh with a new refresh token and forgets the old one. */
  rotateRefreshTokens: z.boolean(),
  /** Spotify accepts `public: false` and still reports the playlist as public. */
  ignorePrivate: z.boolean(),
  /** Spotify sends `popularity: 0` although the field is gone. */
  sendPopularity: z.boolean(),
  /** Seconds a Spotify access token lives. */
  spotifyTokenSeconds: z.number().int().positive(),
  /** Seconds a Beatport access token lives; 600 and 36000 are both seen. */
  beatportTokenSeconds: z.number().int().positive(),
  /** Beatport orders tracks of one day differently each time it is asked. */
  shuffleTies: z.boolean(),
  /** A track comes in, or goes away, while Beatport's pages are read: one shows twice, or is missed. */
  pageDrift: z.enum(["none", "inserted", "removed"]),
  /** Seconds after a write in which Spotify still shows the snapshot before it. */
  snapshotLagSeconds: z.number().min(0),
  /** Beatport answers a wrong password with 200 and an error body instead of 403. */
  softLoginFailure: z.boolean(),
  /** The demo users go on listening as time passes. */
  listening: z.boolean(),
  /** The demo users go on saving, removing, following and editing as time passes. */
  living: z.boolean(),
  /** Which moment of a play Spotify gives as `played_at`; both are seen. */
  playedAt: z.enum(["end", "start"]),
});

export type Switches = z.infer<typeof switchesSchema>;

export const defaultSwitches = (): Switches => ({
  rotateRefreshTokens: false,
  ignorePrivate: false,
  sendPopularity: false,
  spotifyTokenSeconds: 3_600,
  beatportTokenSeconds: 36_000,
  shuffleTies: false,
  pageDrift: "none",
  snapshotLagSeconds: 0,
  softLoginFailure: false,
  listening: true,
  living: true,
  playedAt: "end",
});
