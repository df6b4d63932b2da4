/** A play counts from here on, as Spotify counts; shorter ones are kept and not summed up. */
export const SHORTEST_PLAY_MS = 30_000;
