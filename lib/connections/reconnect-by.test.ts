import { expect, test } from "vitest";
import { isReconnectDue, reconnectBy } from "./reconnect-by";

const iso = (text: string) => reconnectBy(new Date(text)).toISOString();

test("is six months after the authorization", () => {
  expect(iso("2026-11-21T10:00:00.000Z")).toBe("2027-05-21T10:00:00.000Z");
});

test("is the month's last day when the month is too short", () => {
  expect(iso("2026-08-31T10:00:00.000Z")).toBe("2027-02-28T10:00:00.000Z");
});

test("a person is reminded from two weeks before the end, not sooner", () => {
  const authorizedAt = new Date("2026-05-21T10:00:00.000Z");
  expect(isReconnectDue(authorizedAt, new Date("2026-11-07T09:59:59.000Z"))).toBe(false);
  expect(isReconnectDue(authorizedAt, new Date("2026-11-07T10:00:00.000Z"))).toBe(true);
  expect(isReconnectDue(authorizedAt, new Date("2026-12-01T10:00:00.000Z"))).toBe(true);
});
