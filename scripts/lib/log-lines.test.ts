import fc from "fast-check";
import { expect, test } from "vitest";
import { createFloodGate, createLineCutter, noteworthy } from "./log-lines.mjs";

test("of structured logs, warnings and errors are shown as their message and reason", () => {
  expect(noteworthy('{"level":30,"msg":"listening"}', "stdout")).toBeNull();
  expect(noteworthy('{"level":40,"msg":"slow"}', "stdout")).toBe("slow");
  const failed = '{"level":50,"msg":"sync failed","err":{"message":"refused"}}';
  expect(noteworthy(failed, "stderr")).toBe("sync failed (refused)");
});

test("of plain text, what went to stderr is shown, without the stack below it", () => {
  expect(noteworthy("GET / 200 in 12ms", "stdout")).toBeNull();
  expect(noteworthy(" ⨯ TypeError: x is not a function", "stdout")).toContain("TypeError");
  expect(noteworthy("Error: no such file", "stderr")).toBe("Error: no such file");
  expect(noteworthy("    at main (file.js:1:1)", "stderr")).toBeNull();
  expect(noteworthy("{ not json", "stderr")).toBe("{ not json");
});

test("lines come out whole however the text was cut", () => {
  const line = fc.string().map((text) => text.replaceAll("\n", ""));
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.nat(40)), (lines, cuts) => {
      const seen: string[] = [];
      const cutter = createLineCutter((whole: string) => seen.push(whole));
      let text = lines.map((each) => `${each}\n`).join("");
      for (const length of cuts) {
        cutter(text.slice(0, length));
        text = text.slice(length);
      }
      cutter(text);
      expect(seen).toEqual(lines);
    }),
  );
});

test("a flood of messages is cut off with one notice, and the next window starts afresh", () => {
  let time = 0;
  const shown: string[] = [];
  const gate = createFloodGate((message: string) => shown.push(message), {
    limit: 2,
    windowMs: 100,
    now: () => time,
  });
  for (const message of ["a", "b", "c", "d"]) gate(message);
  expect(shown).toEqual(["a", "b", "… and more, in its log."]);
  time = 101;
  gate("e");
  expect(shown.at(-1)).toBe("e");
});

test("a message that repeats is shown again after its pause only", () => {
  let time = 0;
  const shown: string[] = [];
  const gate = createFloodGate((message: string) => shown.push(message), {
    repeatMs: 1_000,
    now: () => time,
  });
  for (time = 0; time <= 2_000; time += 250) gate("refused");
  expect(shown).toHaveLength(3);
});
