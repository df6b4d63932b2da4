import { expect, test } from "vitest";
import { z } from "zod";
import { sharedReads } from "./shared-reads";

const schema = z.object({ names: z.array(z.string()) });
const sameShape = z.object({ names: z.array(z.string()) });

type Answer = z.infer<typeof schema>;

/** Reads that end when the test says so. */
function reader() {
  const shareRead = sharedReads();
  const open: { answer: (answer: Answer) => void; fail: (error: Error) => void }[] = [];
  const ask = (key: string, shape = schema) =>
    shareRead(key, shape, () => new Promise<Answer>((answer, fail) => open.push({ answer, fail })));
  return { ask, open };
}

test("equal reads under way are one, and each caller may do with the answer what it likes", async () => {
  const { ask, open } = reader();
  const asked = [ask("a"), ask("a"), ask("a")];
  expect(open).toHaveLength(1);
  open[0]?.answer({ names: ["x"] });
  const [first, ...others] = await Promise.all(asked);
  first?.names.push("mine");
  expect(others).toEqual([{ names: ["x"] }, { names: ["x"] }]);
});

test("other keys and other readings of an answer are asked for themselves", () => {
  const { ask, open } = reader();
  void ask("a");
  void ask("b");
  void ask("a", sameShape);
  expect(open).toHaveLength(3);
});

test("a failure is everybody's, and the next caller asks anew", async () => {
  const { ask, open } = reader();
  const asked = [ask("a"), ask("a")];
  open[0]?.fail(new Error("no answer"));
  const settled = await Promise.allSettled(asked);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const again = ask("a");
  open[1]?.answer({ names: [] });
  expect(await again).toEqual({ names: [] });
});

test("an answer is not kept once it is there", async () => {
  const { ask, open } = reader();
  const asked = ask("a");
  open[0]?.answer({ names: [] });
  await asked;
  void ask("a");
  expect(open).toHaveLength(2);
});
