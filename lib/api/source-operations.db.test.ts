import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { createGoldenTrack, createTrack, createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { fetchNow } from "@/lib/sources/testing/fetch-now";
import { apiVisitor } from "@/lib/testing/api-visitor";

/** A person with a Golden track in the first of their categories, and a program of theirs. */
async function visitLists(tx: Db) {
  const { user, categories, style } = await createWeek(tx);
  const userId = user.id;
  const [categoryId = "", otherId = ""] = categories.map(({ id }) => id);
  const track = await createTrack(tx, { styleId: style.id, title: "Mind", mixName: "" });
  await createGoldenTrack(tx, { userId, categoryId, trackId: track.id });
  const golden = (subject: string) => ({ kind: "golden", subject });
  const fetchIt = (sourceId: string) => fetchNow(tx, { sourceId, userId });
  const lists = { style: { kind: "style", subject: style.id }, golden: golden(categoryId) };
  return {
    user,
    track,
    fetchIt,
    other: golden(otherId),
    ...lists,
    ...(await apiVisitor(tx, user)),
  };
}

test("a program fetches several sources, follows their jobs, and is answered the same ones again", () =>
  withRollback(async (tx) => {
    const { user, golden, style, other, send, announced } = await visitLists(tx);
    const asked = await send("POST", "/sources", { sources: [golden, style, golden] });
    expect(asked.items).toMatchObject([
      { source: { kind: "golden", status: "fetching", total: null }, job: { kind: "source" } },
      { source: { kind: "style", status: "fetching", enrichedAt: null }, job: { kind: "source" } },
    ]);
    for (const { source, job } of asked.items) {
      expect(await send("GET", `/jobs/${job.id}`)).toMatchObject({
        ...{ status: "queued", title: source.name },
      });
    }
    const again = await send("POST", "/sources", { sources: [style, other] });
    expect(again.items[0].job.id).toBe(asked.items[1].job.id);
    const ids = (answer: { items: { source: { id: string } }[] }) =>
      answer.items.map(({ source }) => source.id);
    expect(announced).toEqual([
      { userId: user.id, mirrorIds: [], fetches: ids(asked) },
      { userId: user.id, mirrorIds: [], fetches: ids(again).slice(1) },
    ]);
  }));

test("asked to enrich a source, the program is answered a job that is there, and the same one again", () =>
  withRollback(async (tx) => {
    const { golden, send, fetchIt, announced } = await visitLists(tx);
    const { items } = await send("POST", "/sources", { sources: [golden] });
    const { id } = items[0].source;
    const enrichment = `/sources/${id}/enrichment`;
    expect(await send("POST", enrichment)).toMatchObject({ status: 409 });
    await fetchIt(id);
    const asked = await send("POST", enrichment);
    expect(asked).toMatchObject({
      source: { id, status: "ready", total: 1 },
      job: { kind: "enrichment", status: "queued" },
    });
    expect(await send("GET", `/jobs/${asked.job.id}`)).toMatchObject({ kind: "enrichment" });
    expect(await send("POST", enrichment)).toMatchObject({ job: { id: asked.job.id } });
    expect(announced.at(-1)).toMatchObject({ enrichments: [id] });
  }));

test("what sources hold together leaves as a table that says where each track came from", () =>
  withRollback(async (tx) => {
    const { golden, style, track, send, get, fetchIt } = await visitLists(tx);
    const { items } = await send("POST", "/sources", { sources: [golden, style] });
    const sources = items.map(({ source }: { source: { id: string } }) => source);
    for (const { id } of sources) await fetchIt(id);
    const ids = sources.map(({ id }: { id: string }) => id).join(",");
    const text = await (await get(`/sources/${ids}/tracks?format=csv`)).text();
    const [head, line] = text.split("\r\n");
    expect(head).toBe("recordingKey,title,artists,spotifyUri,trackId,origins");
    const names = items.map(({ source }: { source: { name: string } }) => source.name).join("; ");
    expect(line).toMatch(new RegExp(`^${track.recordingKey},Mind,`));
    expect(line).toContain(`,${track.id},`);
    expect(line).toContain(names);

    const { nextCursor } = await send("GET", `/sources/${ids}/tracks?limit=1`);
    const rest = await get(`/sources/${ids}/tracks?format=csv&cursor=${nextCursor}`);
    expect(await rest.text()).toBe(text.replace(`${line}\r\n`, ""));
    const misfit = await get(`/sources/${ids}/tracks?format=csv&cursor=none`);
    expect(misfit.status).toBe(422);
  }));

test("a source that a program removes is there no more, and what works on it is told to end", () =>
  withRollback(async (tx) => {
    const { user, golden, send, fetchIt, announced } = await visitLists(tx);
    const { items } = await send("POST", "/sources", { sources: [golden] });
    const { id } = items[0].source;
    await fetchIt(id);
    expect(await send("DELETE", `/sources/${id}`)).toMatchObject({ status: 200, id });
    expect(announced.at(-1)).toEqual({ userId: user.id, mirrorIds: [], removed: [id] });
    expect(await send("GET", `/sources/${id}`)).toMatchObject({ status: 404 });
    expect(await send("DELETE", `/sources/${id}`)).toMatchObject({ status: 404 });
  }));

test("other people's lists, sources and jobs are not there", () =>
  withRollback(async (tx) => {
    const { golden, send } = await visitLists(tx);
    const { items } = await send("POST", "/sources", { sources: [golden] });
    const [{ source, job }] = items;
    const stranger = await apiVisitor(tx, await createUser(tx));
    const refused = [
      await stranger.send("POST", "/sources", { sources: [golden] }),
      await stranger.send("GET", `/sources/${source.id}`),
      await stranger.send("POST", `/sources/${source.id}/enrichment`),
      await stranger.send("DELETE", `/sources/${source.id}`),
      await stranger.send("GET", `/jobs/${job.id}`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(await send("GET", `/sources/${source.id}`)).toMatchObject({ id: source.id });
    expect((await stranger.send("GET", `/sources/${source.id}/tracks`)).items).toEqual([]);
    expect((await stranger.send("GET", "/sources")).items).toEqual([]);
  }));

test("sources that are not said whole, none and too many are refused with the place", () =>
  withRollback(async (tx) => {
    const { send } = await apiVisitor(tx, await createUser(tx));
    const refused = async (sources: unknown[]) => {
      const { status, errors } = await send("POST", "/sources", { sources });
      return { status, at: errors.map(({ at }: { at: string }) => at) };
    };
    const style = { kind: "style", subject: crypto.randomUUID() };
    expect(await refused([style, { kind: "style" }])).toEqual({
      ...{ status: 422, at: ["/sources/1/subject"] },
    });
    expect(await refused([])).toEqual({ status: 422, at: ["/sources"] });
    const many = Array.from({ length: 51 }, () => style);
    expect(await refused(many)).toEqual({ status: 422, at: ["/sources"] });
  }));
