import fc from "fast-check";
import { expect, test } from "vitest";
import { activityStates, jobKinds } from "@/lib/jobs/status";
import { readView, writeView } from "./activity-view";

const some = fc.string({ minLength: 1 });

test("an address gives back the view it was made of", () => {
  const view = fc.record({
    state: fc.option(fc.constantFrom(...activityStates)),
    kind: fc.option(fc.constantFrom(...jobKinds)),
    text: fc.string(),
    before: fc.option(some),
    job: fc.option(some),
  });
  fc.assert(
    fc.property(view, (shown) => {
      expect(readView(writeView(shown))).toEqual(shown);
    }),
  );
});

test("what an address does not say, or says wrongly, is as usual", () => {
  expect(writeView(readView("?state=lost&kind=magic"))).toBe("");
});
