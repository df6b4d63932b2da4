import fc from "fast-check";
import { expect, test } from "vitest";
import { splitRows } from "./split-rows";

async function* piecesOf(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(text: string | Buffer, size = 7): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const texts of splitRows(piecesOf(Buffer.from(text), size))) {
    rows.push(...texts.map((row): unknown => JSON.parse(row)));
  }
  return rows;
}

const row = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));

test("yields every row as it is, however the text is cut and set", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.nat(3), fc.integer({ min: 1, max: 40 }), async (...args) => {
      const [rows, indent, size] = args;
      const text = JSON.stringify(rows, null, indent);
      expect(await rowsOf(text, size)).toEqual(JSON.parse(text));
    }),
  );
});

test("a list that is cut off yields what is whole, then says so", async () => {
  const whole = JSON.stringify([{ a: "x]}" }, { b: [1, { c: "\\" }] }]);
  for (let length = 1; length < whole.length; length += 1) {
    const seen: unknown[] = [];
    const read = async () => {
      for await (const texts of splitRows(piecesOf(Buffer.from(whole.slice(0, length)), 5))) {
        seen.push(...texts.map((text): unknown => JSON.parse(text)));
      }
    };
    await expect(read()).rejects.toMatchObject({ code: "INVALID", message: "It is cut off." });
    expect([{ a: "x]}" }, { b: [1, { c: "\\" }] }].slice(0, seen.length)).toEqual(seen);
  }
});

test("takes a byte order mark and blanks around it", async () => {
  expect(await rowsOf('\uFEFF \n[ {"a":1} ]\r\n')).toEqual([{ a: 1 }]);
  expect(await rowsOf("[]")).toEqual([]);
});

test.each(["", "   ", "{}", "[1]", '["a"]', "[[1]]", "[]x", "[{}]{}", "<html>", "null"])(
  "%j is no list of plays",
  async (text) => {
    await expect(rowsOf(text)).rejects.toMatchObject({
      message: expect.stringContaining("not a list of plays"),
    });
  },
);
