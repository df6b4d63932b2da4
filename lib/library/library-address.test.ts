import fc from "fast-check";
import { expect, test } from "vitest";
import { personalProviders } from "@/lib/connections/provider";
import {
  changeWish,
  type LibraryWish,
  librarySorts,
  momentOf,
  otherProvider,
  readWish,
  usualWish,
  writeWish,
} from "./library-address";
import { filtersOf } from "./library-filters";
import { offeredParts } from "./offered-parts";
import { topRanges } from "./part";

const lists = personalProviders.flatMap((provider) =>
  offeredParts[provider].map((part) => ({ provider, part })),
);

const wishes: fc.Arbitrary<LibraryWish> = fc.constantFrom(...lists).chain(({ provider, part }) =>
  fc.record({
    provider: fc.constant(provider),
    part: fc.constant(part),
    range: fc.constantFrom(...topRanges),
    text: fc.string({ maxLength: 100 }),
    filter: fc.constantFrom(null, ...filtersOf[part]),
    sort: fc.constantFrom(...librarySorts),
    descending: fc.boolean(),
    at: fc.constantFrom(null, "2026-10-01", "2026-10-01T10:00:00.123Z"),
  }),
);

test("an address says everything that is wished for", () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      expect(readWish(new URLSearchParams(writeWish(wish)))).toEqual(wish);
    }),
  );
});

test("the usual wish needs no words, and an address without sense is the usual wish", () => {
  expect(writeWish(usualWish)).toBe("");
  const nonsense = "provider=x&part=x&range=x&only=mine&sort=x&dir=x&at=yesterday";
  expect(readWish(new URLSearchParams(nonsense))).toEqual(usualWish);
});

test("a list that a provider does not have is its first one", () => {
  const readPart = (search: string) => readWish(new URLSearchParams(search)).part;
  expect(readPart("provider=apple")).toBe("top_albums");
  expect(readPart("provider=apple&part=recently_played")).toBe("top_albums");
  expect(readPart("part=recent_tracks")).toBe("top_tracks");
});

test("who has another library only is led there, unless they named one", () => {
  expect(otherProvider(null, ["apple"])).toBe("apple");
  expect(otherProvider(null, ["spotify", "apple"])).toBeNull();
  expect(otherProvider("spotify", ["apple"])).toBeNull();
  expect(otherProvider(null, [])).toBeNull();
});

test("a filter goes when the next list does not know it, and the order starts anew", () => {
  const playlists = { ...usualWish, part: "playlists", filter: "mine", sort: "name" } as const;
  const saved = changeWish(playlists, { part: "saved_tracks" });
  expect(saved).toEqual({ ...usualWish, part: "saved_tracks" });
  const tops = { ...usualWish, filter: "listed" } as const;
  expect(changeWish(tops, { part: "saved_tracks" }).filter).toBe("listed");
});

test("a day is meant to its end, a moment as it is", () => {
  expect(momentOf("2026-10-01")?.toISOString()).toBe("2026-10-01T23:59:59.999Z");
  expect(momentOf("2026-10-01T10:00:00.123Z")?.toISOString()).toBe("2026-10-01T10:00:00.123Z");
  expect(momentOf("2026-13-45")).toBeNull();
});
