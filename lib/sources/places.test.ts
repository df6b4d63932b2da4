import { expect, test } from "vitest";
import { placesOf } from "./places";

const at = (sourceId: string, name: string) => ({ sourceId, name });

test("a source in which a track stands several times is told once, with how often", () => {
  const origins = [at("1", "Liked tracks"), at("2", "Warm-up"), at("2", "Warm-up")];
  expect(placesOf([...origins, at("3", "Warm-up")])).toBe("Liked tracks · Warm-up 2× · Warm-up");
});
