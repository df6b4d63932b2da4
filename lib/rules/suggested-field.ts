/** Fields whose values a person picks among what their tracks have. */
export const suggestedFields = [
  "label",
  "artists",
  "remixers",
  "genres",
  "playlists",
  "categories",
  "tags",
  "classifications",
  "sourceNames",
] as const;
export type SuggestedField = (typeof suggestedFields)[number];

export const isSuggested = (field: string): field is SuggestedField =>
  suggestedFields.some((known) => known === field);
