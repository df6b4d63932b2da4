import { expect, test } from "vitest";
import { timeZoneInput } from "./schema";
import { knownZone } from "./time-zone";

test("whatever name a browser has for a zone is known, and what is no zone is refused", () => {
  for (const name of ["Europe/Berlin", "Asia/Kolkata", "Europe/Kyiv", "Etc/UTC"]) {
    const known = knownZone(name);
    expect(known).not.toBeNull();
    expect(knownZone(known ?? "")).toBe(known);
    expect(timeZoneInput.parse({ timeZone: name })).toEqual({ timeZone: known });
  }
  for (const name of ["", "Mars/Olympus", "+02:00", "Europe/Berlin; drop"]) {
    expect(knownZone(name)).toBeNull();
    expect(timeZoneInput.safeParse({ timeZone: name }).success).toBe(false);
  }
});
