import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { itemsAnswer, playlistAnswer, stateAnswer } from "../testing/answers";
import { type Client, startClient } from "../testing/client";

let client: Client;
let uris: string[] = [];
let mira: Awaited<ReturnType<Client["spotify"]>>;
let playlist: string;

beforeAll(async () => {
  client = await startClient();
  uris = await client.trackUris();
});
afterAll(() => client.close());

beforeEach(async () => {
  await client.control("/reset", {});
  mira = await client.spotify();
  const created = await mira("/me/playlists", { method: "POST", json: { name: "Peak Time" } });
  expect(created.status).toBe(201);
  playlist = playlistAnswer.parse(await created.json()).id;
});

const write = (method: string, json: unknown) =>
  mira(`/playlists/${playlist}/items`, { method, json });
const add = (list: readonly string[], position?: number) =>
  write("POST", { uris: list, ...(position !== undefined && { position }) });

async function read(): Promise<(string | undefined)[]> {
  const answer = await mira(`/playlists/${playlist}/items?limit=50`);
  return itemsAnswer.parse(await answer.json()).items.map(({ item }) => item?.uri);
}
const message = async (answer: Response) => {
  const { error } = z
    .object({ error: z.object({ status: z.number(), message: z.string() }) })
    .parse(await answer.json());
  return [answer.status, error.message];
};

describe("items", () => {
  test("are added at the end or at a place, twice if asked twice", async () => {
    const [a = "", b = "", c = ""] = uris;
    expect((await add([a, b])).status).toBe(201);
    await add([c], 1);
    await add([a]);
    expect(await read()).toEqual([a, c, b, a]);
  });

  test("are replaced, and cleared by an empty list", async () => {
    await add(uris.slice(0, 5));
    expect((await write("PUT", { uris: uris.slice(3, 6) })).status).toBe(200);
    expect(await read()).toEqual(uris.slice(3, 6));
    await write("PUT", { uris: [] });
    expect(await read()).toEqual([]);
  });

  test("are reordered, the target counted before the move", async () => {
    const [a = "", b = "", c = "", d = ""] = uris;
    await add([a, b, c, d]);
    await write("PUT", { range_start: 0, insert_before: 3, range_length: 2 });
    expect(await read()).toEqual([c, a, b, d]);
  });

  test("are removed with all their occurrences", async () => {
    const [a = "", b = ""] = uris;
    await add([a, b, a]);
    expect((await write("DELETE", { items: [{ uri: a }] })).status).toBe(200);
    expect(await read()).toEqual([b]);
  });

  test("uris in the address win over the body", async () => {
    const [a = "", b = ""] = uris;
    await mira(`/playlists/${playlist}/items?uris=${a}`, { method: "POST", json: { uris: [b] } });
    expect(await read()).toEqual([a]);
  });

  test("are read at most 50 at a time, over links that lead through all of them", async () => {
    const list = Array.from({ length: 70 }, (_, index) => uris[index % uris.length] ?? "");
    await add(list);
    const seen: (string | undefined)[] = [];
    let path: string | null = `/playlists/${playlist}/items?limit=50`;
    while (path) {
      const answer = itemsAnswer.parse(await (await mira(path)).json());
      expect(answer.total).toBe(70);
      seen.push(...answer.items.map(({ item }) => item?.uri));
      path = answer.next?.slice(answer.next.indexOf("/playlists")) ?? null;
    }
    expect(seen).toEqual(list);
    expect(await message(await mira(`/playlists/${playlist}/items?limit=51`))).toEqual([
      400,
      "Invalid limit",
    ]);
  });

  test("a hundred may be written at once, and no more", async () => {
    const hundred = Array.from({ length: 100 }, () => uris[0] ?? "");
    expect((await add(hundred)).status).toBe(201);
    expect(await message(await add([...hundred, uris[1] ?? ""]))).toEqual([
      400,
      "You can add a maximum of 100 tracks per request.",
    ]);
    const items = [...hundred, ""].map((uri) => ({ uri }));
    expect((await write("DELETE", { items })).status).toBe(400);
  });

  test.each([
    ["POST", {}, "No uris provided"],
    ["POST", { uris: ["spotify:track:nonsense"] }, "Invalid base62 id"],
    [
      "POST",
      { uris: ["spotify:track:0000000000000000000000"] },
      "Payload contains a non-existing ID",
    ],
    ["PUT", {}, "Missing required field: uris"],
    ["PUT", { range_start: 5, insert_before: 0 }, "Index out of bounds"],
    ["DELETE", { tracks: [{ uri: "spotify:track:0000000000000000000000" }] }, "No uris provided"],
    ["DELETE", { items: ["spotify:track:0000000000000000000000"] }, "Invalid base62 id"],
  ])("%s with %o changes nothing and says why", async (method, body, text) => {
    await add(uris.slice(0, 2));
    expect(await message(await write(method, body))).toEqual([400, text]);
    expect(await read()).toEqual(uris.slice(0, 2));
  });
});

describe("details", () => {
  const details = async () =>
    playlistAnswer.parse(await (await mira(`/playlists/${playlist}`)).json());

  test("every change gives a new snapshot", async () => {
    const snapshots = [(await details()).snapshot_id];
    const written = await add(uris.slice(0, 1));
    snapshots.push(z.object({ snapshot_id: z.string() }).parse(await written.json()).snapshot_id);
    await mira(`/playlists/${playlist}`, { method: "PUT", json: { name: "Closing" } });
    snapshots.push((await details()).snapshot_id);
    expect(new Set(snapshots).size).toBe(3);
    expect((await details()).name).toBe("Closing");
  });

  test("for a while after a write the old snapshot may still be shown", async () => {
    await client.control("/switches", { snapshotLagSeconds: 30 });
    const before = (await details()).snapshot_id;
    await add(uris.slice(0, 1));
    expect((await details()).snapshot_id).toBe(before);
    expect(await read()).toEqual(uris.slice(0, 1));
    await client.control("/switches", { snapshotLagSeconds: 0 });
    expect((await details()).snapshot_id).not.toBe(before);
  });

  test("old names of fields are gone, and so are the removed ones of a track", async () => {
    await add(uris.slice(0, 1));
    const answer = await details();
    expect(answer).not.toHaveProperty("tracks");
    expect(answer).not.toHaveProperty("followers");
    const row = answer.items?.items[0];
    expect(row).not.toHaveProperty("track");
    for (const removed of ["popularity", "available_markets", "linked_from"]) {
      expect(row?.item).not.toHaveProperty(removed);
    }
  });

  test("a playlist asked to be private may still say it is public", async () => {
    await client.control("/switches", { ignorePrivate: true });
    const created = await mira("/me/playlists", {
      method: "POST",
      json: { name: "Quiet", public: false },
    });
    expect(playlistAnswer.parse(await created.json()).public).toBe(true);
  });

  test("a name is required", async () => {
    const refused = await mira("/me/playlists", { method: "POST", json: { name: "  " } });
    expect(await message(refused)).toEqual([400, "Missing required field: name"]);
  });
});

describe("whose", () => {
  test("another user sees the playlist without its items and may not touch it", async () => {
    await add(uris.slice(0, 1));
    const jonas = await client.spotify("jonas.weil");
    const seen = playlistAnswer.parse(await (await jonas(`/playlists/${playlist}`)).json());
    expect(seen.items).toBeUndefined();
    const path = `/playlists/${playlist}/items`;
    expect((await jonas(path)).status).toBe(403);
    expect((await jonas(path, { method: "PUT", json: { uris: [] } })).status).toBe(403);
    expect(
      (await jonas(`/playlists/${playlist}`, { method: "PUT", json: { name: "Mine" } })).status,
    ).toBe(403);
    expect(await read()).toEqual(uris.slice(0, 1));
  });

  test("without the scope nothing is written", async () => {
    const reader = await client.spotify("mira.okafor", "playlist-read-private");
    const refused = await reader(`/playlists/${playlist}/items`, {
      method: "POST",
      json: { uris: uris.slice(0, 1) },
    });
    expect(await message(refused)).toEqual([403, "Insufficient client scope"]);
    expect(await read()).toEqual([]);
  });

  test("deleting is unfollowing: it leaves the list and can still be read", async () => {
    const listed = async () =>
      z
        .object({ items: z.array(z.looseObject({ id: z.string() })) })
        .parse(await (await mira("/me/playlists")).json())
        .items.map(({ id }) => id);
    expect(await listed()).toEqual([playlist]);
    const uri = `spotify:playlist:${playlist}`;
    expect((await mira(`/me/library?uris=${uri}`, { method: "DELETE" })).status).toBe(200);
    expect(await listed()).toEqual([]);
    expect((await mira(`/playlists/${playlist}`)).status).toBe(200);
    expect(await (await mira(`/me/library/contains?uris=${uri}`)).json()).toEqual([false]);
  });
});

describe("library", () => {
  test("saves, shows and forgets, uris in the address", async () => {
    const [a = "", b = ""] = uris;
    await mira(`/me/library?uris=${a},${b}`, { method: "PUT" });
    await mira(`/me/library?uris=${a}`, { method: "DELETE" });
    const contains = await mira(`/me/library/contains?uris=${a},${b}`);
    expect(await contains.json()).toEqual([false, true]);
    const { users } = stateAnswer.parse(await (await client.control("/state")).json());
    expect(users[0]?.library.savedTracks.ids).toEqual([b.replace("spotify:track:", "")]);
  });

  test("a body instead, too many, and strange uris are refused", async () => {
    const [a = ""] = uris;
    const inBody = await mira("/me/library", { method: "PUT", json: { uris: [a] } });
    expect(await message(inBody)).toEqual([400, "Missing required field: uris"]);
    const many = Array.from({ length: 41 }, () => a).join(",");
    expect((await mira(`/me/library?uris=${many}`, { method: "PUT" })).status).toBe(400);
    expect((await mira("/me/library?uris=nonsense", { method: "PUT" })).status).toBe(400);
  });
});
