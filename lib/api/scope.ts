/** What a token may be allowed, in words for the person who makes it. */
export const scopeWords = {
  "styles:read": "See styles and my categories",
  "styles:write": "Create, rename, order and archive my categories",
  "curation:read": "See my weeks and their tracks",
  "curation:write": "Start weeks, sort tracks, promote and undo",
  "library:read": "See my library, its changes and what I played",
  "sources:read": "See my sources and what they hold",
  "sources:write": "Fetch my sources, and ask more about their tracks",
  "tracks:read": "See what is known of my tracks, their tags and labels",
  "tracks:write": "Tag my tracks, and say which labels are right",
  "rules:read": "See my rule sets and what they take",
  "rules:write": "Create, change and delete rule sets",
  "playlists:read": "See my playlists and the plans that change them",
  "playlists:write": "Plan changes of my playlists and have them made",
  "jobs:read": "See background work and its logs",
} as const;

export type ApiScope = keyof typeof scopeWords;

export const apiScopes = [
  "styles:read",
  "styles:write",
  "curation:read",
  "curation:write",
  "library:read",
  "sources:read",
  "sources:write",
  "tracks:read",
  "tracks:write",
  "rules:read",
  "rules:write",
  "playlists:read",
  "playlists:write",
  "jobs:read",
] as const satisfies readonly ApiScope[];
