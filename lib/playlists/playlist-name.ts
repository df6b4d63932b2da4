/** Spotify takes no longer ones. */
export const LONGEST_NAME = 100;

/** The ending tells playlists apart, so that a long name gives way to it. */
export const nameWith = (name: string, ending: string) =>
  `${name.slice(0, Math.max(0, LONGEST_NAME - ending.length))}${ending}`.slice(0, LONGEST_NAME);
