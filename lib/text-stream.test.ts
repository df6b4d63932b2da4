import { expect, test } from "vitest";
import { textStream } from "./text-stream";

function heldOpen() {
  const held = { isOpen: true };
  async function* parts() {
    try {
      yield "a";
      yield "b";
    } finally {
      held.isOpen = false;
    }
  }
  return { held, parts: parts() };
}

test("a body that is never fetched, or not to its end, lets go of what it is made of", async () => {
  const never = heldOpen();
  await textStream(never.parts).cancel();
  expect(never.held.isOpen).toBe(false);

  const some = heldOpen();
  const reader = textStream(some.parts).getReader();
  await reader.read();
  await reader.cancel();
  expect(some.held.isOpen).toBe(false);
});

test("a body that is fetched to its end is all of its parts", async () => {
  const { parts, held } = heldOpen();
  expect(await new Response(textStream(parts)).text()).toBe("ab");
  expect(held.isOpen).toBe(false);
});
