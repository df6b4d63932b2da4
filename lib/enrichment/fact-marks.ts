/** The newest row of each append-only table that was looked at, by its id. */
export type FactMarks = {
  items: number;
  saved: number;
  places: number;
  playlists: number;
  plays: number;
  decisions: number;
  /** The playlists that Clouder filled then. */
  filled?: string[];
};
