import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, valueAt } from "./csv";

/** RFC 4180, read back. */
function parseLine(line: string): string[] {
  const cells = [...line.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

test("whatever a text holds, it is one cell, and the text again without its guard", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 5 }),
      (texts) => {
        const cells = parseLine(csvLine(["first", ...texts])).slice(1);
        const guard = (text: string) => /^\s*[=+\-@]|^[\t\r\n]/.test(text);
        expect(cells).toEqual(texts.map((text) => (guard(text) ? `'${text}` : text)));
      },
    ),
  );
});

test("no text is a formula for a spreadsheet, numbers stay numbers", () => {
  const line = csvLine(['=HYPERLINK("http://x")', " +1", "@sum", "-2", "\tx", -6.5, null, true]);
  expect(parseLine(line)).toEqual([
    `'=HYPERLINK("http://x")`,
    "' +1",
    "'@sum",
    "'-2",
    "'\tx",
    "-6.5",
    "",
    "true",
  ]);
});

test("lists are told by their names, and columns reach into what is inside", () => {
  const row = { artists: [{ id: null, name: "A" }, { name: "B" }], playlist: { total: 3 } };
  expect(csvLine([row.artists, ["x", "y"]])).toBe("A; B,x; y\r\n");
  expect(valueAt(row, "playlist.total")).toBe(3);
  expect(valueAt(row, "playlist.owner.name")).toBeNull();
});
