import { z } from "zod";
import { librarySpecSchema } from "../listener/library-size";

const moment = z.number().describe("milliseconds since 1970");

const grant = z.object({
  clientId: z.string(),
  userId: z.string().nullable(),
  scope: z.string(),
  expiresAt: moment,
});

const authorizationCode = grant.extend({
  redirectUri: z.string(),
  codeChallenge: z.string().nullable(),
});

const refreshGrant = grant.extend({ revoked: z.boolean() });

const playlistRow = z.object({
  uri: z.string(),
  /** Null on very old rows, as is who added them. */
  addedAt: z.string().nullable(),
  addedBy: z.string().nullable(),
});

const playlist = z.object({
  id: z.string(),
  ownerId: z.string(),
  name: z.string(),
  description: z.string(),
  public: z.boolean(),
  collaborative: z.boolean(),
  version: z.number(),
  changedAt: moment,
  /** Part of the library a demo user was born with; not made by an app or by hand. */
  drawn: z.boolean().default(false),
  /** Made through the Web API. */
  byApp: z.boolean().optional(),
  rows: z.array(playlistRow),
});

const library = z.object({
  /** Saved and followed things, newest first; playlists included. */
  uris: z.array(z.string()),
  /** When each of them was saved, as Spotify writes it. */
  addedAt: z.record(z.string(), z.string()).default({}),
});

const life = z.object({
  size: librarySpecSchema,
  /** Up to when the user has lived: nothing they do of themselves is younger. */
  livedUntil: moment,
  /** The stretches of time in which they listened. */
  heard: z.array(z.tuple([moment, moment])),
});

const playByHand = z.object({ uri: z.string(), endedAt: moment, msPlayed: z.number() });

const provider = z.object({
  codes: z.record(z.string(), authorizationCode),
  accessTokens: z.record(z.string(), grant),
  refreshTokens: z.record(z.string(), refreshGrant),
});

const musicUserToken = z.object({ userId: z.string(), expiresAt: moment, revoked: z.boolean() });

export const stateSchema = z.object({
  version: z.literal(1),
  spotify: provider.extend({
    playlists: z.record(z.string(), playlist),
    libraries: z.record(z.string(), library),
    /** Users the app's owner has not put on the app's list: they sign in, and every call is refused. */
    unlisted: z.array(z.string()),
    lives: z.record(z.string(), life).default({}),
    plays: z.record(z.string(), z.array(playByHand)).default({}),
    /** Top lists set by hand: user id to "tracks short_term" to uris. */
    tops: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  }),
  beatport: provider.extend({
    sessions: z.record(z.string(), z.string()).describe("session id to user id"),
  }),
  apple: z.object({ userTokens: z.record(z.string(), musicUserToken) }).default({ userTokens: {} }),
  /** How far the sandbox's clock is ahead of the machine's. */
  clock: z.object({ aheadMs: z.number() }).default({ aheadMs: 0 }),
});

/** Everything people and apps have done in the sandbox; the world itself is never stored. */
export type State = z.infer<typeof stateSchema>;
export type Grant = z.infer<typeof grant>;
export type AuthorizationCode = z.infer<typeof authorizationCode>;
export type ProviderState = z.infer<typeof provider>;
export type Playlist = z.infer<typeof playlist>;
export type PlaylistRow = z.infer<typeof playlistRow>;
export type Library = z.infer<typeof library>;
export type Life = z.infer<typeof life>;

const emptyProvider = () => ({ codes: {}, accessTokens: {}, refreshTokens: {} });

export const emptyState = (): State => ({
  version: 1,
  spotify: {
    ...emptyProvider(),
    playlists: {},
    libraries: {},
    unlisted: [],
    lives: {},
    plays: {},
    tops: {},
  },
  beatport: { ...emptyProvider(), sessions: {} },
  apple: { userTokens: {} },
  clock: { aheadMs: 0 },
});
