import { expect, test } from "vitest";
import { isAllowedRedirect } from "./redirect-uri";

test.each([
  ["https://clouder.example/callback", true],
  ["http://127.0.0.1:3000/callback", true],
  ["http://127.0.0.1/callback", true],
  ["http://[::1]:8080/callback", true],
  ["http://localhost:3000/callback", false],
  ["https://localhost:3000/callback", false],
  ["http://clouder.example/callback", false],
  ["http://127.0.0.1.evil.example/", false],
  ["https://clouder.example/#fragment", false],
  ["clouder://callback", false],
  ["no address", false],
])("%s may be redirected to: %s", (uri, allowed) => {
  expect(isAllowedRedirect(uri)).toBe(allowed);
});
