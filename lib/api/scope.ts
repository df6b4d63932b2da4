/** What a token may be allowed, in words for the person who makes it. */
export const scopeWords = {
  "styles:read": "See styles and my categories",
  "styles:write": "Create, rename, order and archive my categories",
  "curation:read": "See my weeks and their tracks",
  "curation:write": "Start weeks, sort tracks, promote and undo",
  "library:read": "See my library, its changes and what I played",
  "jobs:read": "See background work and its logs",
} as const;

export type ApiScope = keyof typeof scopeWords;

export const apiScopes = [
  "styles:read",
  "styles:write",
  "curation:read",
  "curation:write",
  "library:read",
  "jobs:read",
] as const satisfies readonly ApiScope[];
