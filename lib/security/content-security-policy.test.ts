import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const policy = (changes: Partial<Parameters<typeof contentSecurityPolicy>[0]> = {}) =>
  contentSecurityPolicy({ nonce: "n0nce", sandboxOrigin: null, development: false, ...changes });

const directive = (text: string, name: string) =>
  text.split("; ").find((part) => part.startsWith(`${name} `));

test("runs no script without the nonce of the answer", () => {
  expect(directive(policy(), "script-src")).toBe(
    "script-src 'self' 'nonce-n0nce' 'strict-dynamic'",
  );
});

test("opens pictures and audio to the sandbox only when it stands in for a service", () => {
  expect(policy()).not.toContain("127.0.0.1");
  const demo = policy({ sandboxOrigin: "http://127.0.0.1:3001" });
  expect(directive(demo, "img-src")).toContain("http://127.0.0.1:3001");
  expect(directive(demo, "media-src")).toContain("http://127.0.0.1:3001");
  expect(directive(demo, "script-src")).not.toContain("127.0.0.1");
});

test("lets a page speak with Apple only where MusicKit runs", () => {
  expect(directive(policy(), "connect-src")).toBe("connect-src 'self'");
  const connectSrc = directive(policy({ withMusicKit: true }), "connect-src");
  expect(connectSrc).toBe("connect-src 'self' https://*.apple.com");
});
