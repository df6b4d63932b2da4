/** Why a bronze track stands where it stands, in the order the lanes are shown. */
export const lanes = [
  "new",
  "seen_before",
  "back_catalogue",
  "compilation",
  "not_on_spotify",
] as const;
export type Lane = (typeof lanes)[number];
