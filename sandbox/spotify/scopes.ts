/** The scopes the sandbox knows, each as a person reads it on the consent page. */
export const scopeWords: Record<string, string> = {
  "user-top-read": "See your top artists and tracks",
  "user-read-recently-played": "See what you have played recently",
  "playlist-read-private": "See your private playlists",
  "playlist-read-collaborative": "See playlists you edit together with others",
  "playlist-modify-public": "Create and change your public playlists",
  "playlist-modify-private": "Create and change your private playlists",
  "ugc-image-upload": "Upload pictures for your playlists",
  "user-library-read": "See what you have saved",
  "user-library-modify": "Save and remove things in your library",
  "user-follow-read": "See whom you follow",
  "user-follow-modify": "Change whom you follow",
  streaming: "Play music in your browser",
  "user-read-email": "See your email address",
  "user-read-private": "See your subscription details",
  "user-read-playback-state": "See what you are playing and where",
  "user-modify-playback-state": "Control playback on your devices",
  "user-read-currently-playing": "See what you are listening to now",
};

export const scopesIn = (text: string) => text.split(/[\s+]+/).filter(Boolean);
