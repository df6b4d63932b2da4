import { expect, test } from "vitest";
import { createWorld } from "@/db/testing/api-world";
import { withRollback } from "@/db/testing/rollback";
import { apiVisitor } from "@/lib/testing/api-visitor";

test("a plan that is agreed to is answered with the job that carries it out, and shows it from then on", () =>
  withRollback(async (tx) => {
    const { user, planId } = await createWorld(tx);
    const { send, announced } = await apiVisitor(tx, user);
    const path = `/playlists/plans/${planId}`;
    expect(await send("GET", path)).toMatchObject({ status: "proposed", job: null });
    const { job, ...applied } = await send("POST", `${path}/apply`);
    expect(applied).toMatchObject({ id: planId, status: "applying" });
    expect(await send("GET", `/jobs/${job.id}`)).toMatchObject({ kind: "playlist" });
    expect(await send("GET", path)).toMatchObject({ job: { id: job.id } });
    expect(announced).toMatchObject([{ planIds: [planId] }]);
  }));
