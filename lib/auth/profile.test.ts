import { expect, test } from "vitest";
import { profileOf, publicProfileOf } from "./profile";

test("an account is known by its own id, its playlists by the one that others see", () => {
  const profile = profileOf({ id: "mira.okafor", account_id: "mR7kQ2vLx9", display_name: "Mira" });
  expect(profile).toMatchObject({ id: "mR7kQ2vLx9", name: "Mira" });
  expect(publicProfileOf(profile)).toEqual({ profileId: "mira.okafor", displayName: "Mira" });
});

test("without an account id there is one id for both", () => {
  const profile = profileOf({ id: "mira.okafor" });
  expect(profile).toMatchObject({ id: "mira.okafor", name: "mira.okafor", image: null });
  expect(publicProfileOf(profile).profileId).toBe("mira.okafor");
  expect(publicProfileOf(undefined)).toEqual({ profileId: null, displayName: null });
});
