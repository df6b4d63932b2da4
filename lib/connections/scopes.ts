/** What Clouder asks Spotify for, each with the reason a person is shown. */
export const spotifyScopes = {
  "playlist-read-private": "Read your private playlists",
  "playlist-read-collaborative": "Read playlists you work on with others",
  "playlist-modify-public": "Create and change the public playlists Clouder keeps",
  "playlist-modify-private": "Create and change the private playlists Clouder keeps",
} as const;

export const requestedScopes = Object.keys(spotifyScopes);

/** Scopes that were asked for and not granted. */
export const missingScopes = (granted: readonly string[]) =>
  requestedScopes.filter((scope) => !granted.includes(scope));
