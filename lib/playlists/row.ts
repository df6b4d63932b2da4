export const rowOwners = ["rule", "curator", "hand"] as const;

/** Who put a row there: a rule set, the person through Clouder, or the person in Spotify. */
export type RowOwner = (typeof rowOwners)[number];

/** A place of a playlist; without a URI when Spotify no longer names what stands there. */
export type Row = { uri: string | null; by: RowOwner };

/** As many as Spotify lets a playlist hold. */
export const MOST_ROWS = 10_000;

/** A place whose track Spotify no longer names is null: it keeps its position. */
export type Places = readonly (string | null)[];

/** Only tracks can be put into a playlist: anything else that is taken out is lost. */
export const canBeAdded = (uri: string | null): uri is string =>
  uri?.startsWith("spotify:track:") ?? false;

export const keyOf = (uri: string | null) => uri ?? "";

export const urisOf = (rows: readonly Row[]) => rows.map(({ uri }) => uri);

export function countUris(uris: Iterable<string | null>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const uri of uris) counts.set(keyOf(uri), (counts.get(keyOf(uri)) ?? 0) + 1);
  return counts;
}

/** Rows as the database keeps them: an empty URI for none, and a letter per owner. */
export type StoredRows = { uris: string[]; owners: string };

const letters: Record<RowOwner, string> = { rule: "r", curator: "c", hand: "h" };

export const ownersText = (owners: readonly RowOwner[]) =>
  owners.map((owner) => letters[owner]).join("");

export const ownersOf = (text: string): RowOwner[] =>
  [...text].map((letter) => rowOwners.find((owner) => letters[owner] === letter) ?? "hand");

export const storedRows = (rows: readonly Row[]): StoredRows => ({
  uris: rows.map(({ uri }) => keyOf(uri)),
  owners: ownersText(rows.map(({ by }) => by)),
});

export function rowsOf({ uris, owners }: StoredRows): Row[] {
  const by = ownersOf(owners);
  return uris.map((uri, index) => ({ uri: uri || null, by: by[index] ?? "hand" }));
}

/** The two lists of a plan as the database keeps them. */
export function storedSides(base: readonly Row[], target: readonly Row[]) {
  const from = storedRows(base);
  const to = storedRows(target);
  return {
    baseUris: from.uris,
    baseOwners: from.owners,
    targetUris: to.uris,
    targetOwners: to.owners,
  };
}
