/** What the player can play, and whose it is. */
export type Playable = {
  id: string;
  title: string;
  mixName: string | null;
  artists: string;
  coverUrl: string | null;
  /** Null when the provider offers none. */
  previewUrl: string | null;
  /** Said beside the title: "Beatport preview". */
  source: string;
};
