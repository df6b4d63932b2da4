import { expect, test } from "vitest";
import { personalProviders } from "@/lib/connections/provider";
import { offeredParts } from "./offered-parts";
import { libraryOf } from "./provider-libraries";

test.each(personalProviders)("what is shown of a %s library is what is read of it", (provider) => {
  const read = Object.keys(libraryOf(provider).subjects);
  expect(read.toSorted()).toEqual(offeredParts[provider].toSorted());
});
