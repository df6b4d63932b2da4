import { z } from "zod";

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
  addedAt: z.string(),
  addedBy: z.string(),
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
  rows: z.array(playlistRow),
});

const library = z.object({
  /** Saved and followed things, newest first; playlists included. */
  uris: z.array(z.string()),
});

const provider = z.object({
  codes: z.record(z.string(), authorizationCode),
  accessTokens: z.record(z.string(), grant),
  refreshTokens: z.record(z.string(), refreshGrant),
});

export const stateSchema = z.object({
  version: z.literal(1),
  spotify: provider.extend({
    playlists: z.record(z.string(), playlist),
    libraries: z.record(z.string(), library),
    /** Users the app's owner has not put on the app's list: they sign in, and every call is refused. */
    unlisted: z.array(z.string()),
  }),
  beatport: provider.extend({
    sessions: z.record(z.string(), z.string()).describe("session id to user id"),
  }),
});

/** Everything people and apps have done in the sandbox; the world itself is never stored. */
export type State = z.infer<typeof stateSchema>;
export type Grant = z.infer<typeof grant>;
export type AuthorizationCode = z.infer<typeof authorizationCode>;
export type ProviderState = z.infer<typeof provider>;
export type Playlist = z.infer<typeof playlist>;

const emptyProvider = () => ({ codes: {}, accessTokens: {}, refreshTokens: {} });

export const emptyState = (): State => ({
  version: 1,
  spotify: { ...emptyProvider(), playlists: {}, libraries: {}, unlisted: [] },
  beatport: { ...emptyProvider(), sessions: {} },
});
