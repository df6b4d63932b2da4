/** What Clouder asks Spotify for, each with the reason a person is shown. */
export const spotifyScopes = {
  "playlist-read-private": "Read your private playlists",
  "playlist-read-collaborative": "Read playlists you work on with others",
  "playlist-modify-public": "Create and change the public playlists Clouder keeps",
  "playlist-modify-private": "Create and change the private playlists Clouder keeps",
  "user-top-read": "Read your top tracks and artists",
  "user-read-recently-played": "Read what you played lately",
  "user-library-read": "Read your saved tracks and albums",
  "user-follow-read": "Read whom you follow",
} as const;

export const requestedScopes = Object.keys(spotifyScopes);

/** Scopes that were asked for and not granted. */
export const missingScopes = (granted: readonly string[]) =>
  requestedScopes.filter((scope) => !granted.includes(scope));
