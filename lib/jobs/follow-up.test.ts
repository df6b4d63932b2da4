import { expect, test } from "vitest";
import { stopEvents } from "./follow-up";

const job = {
  id: "019a0000-0000-7000-8000-000000000000",
  subjectId: "019a0000-0000-7000-8000-000000000001",
  userId: "019a0000-0000-7000-8000-000000000002",
  status: "running" as const,
  retriable: false,
};
const namesOf = (kind: "enrichment" | "facts") =>
  stopEvents({ ...job, kind }).map(({ name, data }) => [name, data]);

test("a job that is stopped ends its run, and rules hear of what an enrichment stored", () => {
  const { subjectId, userId } = job;
  expect(namesOf("enrichment")).toEqual([
    ["job/cancelled", { kind: "enrichment", subjectId }],
    ["facts/outdated", { userId }],
  ]);
  expect(namesOf("facts")).toEqual([["job/cancelled", { kind: "facts", subjectId }]]);
});
