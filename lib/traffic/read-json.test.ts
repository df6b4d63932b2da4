import { expect, test } from "vitest";
import { readJson } from "./read-json";

test("keeps what PostgreSQL can keep and replaces the rest", () => {
  expect(readJson('{"name":"a\\u0000b","half":"x\\ud83d","whole":"\\ud83c\\udfb6","n":1}')).toEqual(
    {
      name: "ab",
      half: "x\ufffd",
      whole: "🎶",
      n: 1,
    },
  );
});

test("text that was cut short or is no JSON reads as nothing", () => {
  expect(readJson('{"results":[{"id":1')).toBeUndefined();
  expect(readJson("<html></html>")).toBeUndefined();
  expect(readJson("")).toBeUndefined();
});
