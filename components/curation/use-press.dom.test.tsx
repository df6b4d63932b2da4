import { onlineManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Board } from "@/lib/curation/board";
import { boardQuery } from "./board-query";
import { applyPress, type Press, placementsOf } from "./press";
import { type PressAnswer, PressRefused } from "./press-answer";
import { bronzeBoard } from "./testing/make-board";
import { useBoard } from "./use-board";
import { usePress } from "./use-press";

type Call = { press: Press; answer: () => void; fail: (error: Error) => void };

/** A server that answers when the test says so. */
let server: Board;
let calls: Call[];
let client: QueryClient;

const deliver = (_periodId: string, press: Press) =>
  new Promise<PressAnswer>((resolve, reject) => {
    calls.push({
      press,
      answer: () => {
        server = applyPress(server, press);
        const ids = press.kind === "undo" ? press.placements.map(({ id }) => id) : idsOf(press);
        resolve({ placements: placementsOf(server, ids), undoable: server.undoable });
      },
      fail: reject,
    });
  });

const idsOf = (press: Exclude<Press, { kind: "undo" }>) =>
  press.kind === "reorder" ? [press.trackId] : press.trackIds;

const settle = () => act(() => vi.advanceTimersByTimeAsync(0));

async function answerNext() {
  calls.shift()?.answer();
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  server = bronzeBoard(12);
  calls = [];
  client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  });
  client.mount();
});

afterEach(() => {
  cleanup();
  client.unmount();
  client.clear();
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

function open() {
  client.setQueryData(boardQuery("period").queryKey, server);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => ({ ...useBoard(server), ...usePress("period", deliver) }), {
    wrapper,
  });
  return {
    categories: () => result.current.board.tracks.map(({ categoryId }) => categoryId),
    pending: () => result.current.pending,
    sort: (id: string, categoryId: string) =>
      act(() => {
        result.current.make({
          kind: "move",
          key: `${id}-${categoryId}`,
          trackIds: [id],
          categoryId,
        });
      }),
    undo: () =>
      act(() => {
        result.current.undo();
      }),
  };
}

test("ten quick presses are on the board at once and reach the server one by one, in order", async () => {
  const { sort, categories, pending } = open();
  for (let index = 0; index < 10; index += 1) sort(`t${index}`, "c1");
  expect(categories().filter((id) => id === "c1")).toHaveLength(10);
  await settle();
  for (let index = 0; index < 10; index += 1) {
    expect(calls.map(({ press }) => press.key)).toEqual([`t${index}-c1`]);
    await answerNext();
  }
  expect(pending()).toBe(0);
  expect(server.tracks.slice(0, 10).every(({ categoryId }) => categoryId === "c1")).toBe(true);
});

test("a press the server refuses takes back its own track, and no other", async () => {
  const { sort, categories } = open();
  sort("t0", "c1");
  sort("t1", "c2");
  await settle();
  calls.shift()?.fail(new PressRefused("That track is no longer on your board."));
  await settle();
  expect(categories().slice(0, 2)).toEqual([null, "c2"]);
  await answerNext();
  expect(categories().slice(0, 2)).toEqual([null, "c2"]);
});

test("a second press on a track outlives the failure of the first", async () => {
  const { sort, categories } = open();
  sort("t0", "c1");
  sort("t0", "c2");
  await settle();
  calls.shift()?.fail(new PressRefused("No."));
  await settle();
  expect(categories()[0]).toBe("c2");
  await answerNext();
  expect(categories()[0]).toBe("c2");
});

test("without a connection presses wait here, and are sent in order when it is back", async () => {
  const { sort, categories, pending } = open();
  onlineManager.setOnline(false);
  sort("t0", "c1");
  sort("t1", "c2");
  await settle();
  expect(calls).toEqual([]);
  expect(categories().slice(0, 2)).toEqual(["c1", "c2"]);
  expect(pending()).toBe(2);
  onlineManager.setOnline(true);
  await settle();
  await answerNext();
  await answerNext();
  expect(pending()).toBe(0);
  expect(server.tracks.slice(0, 2).map(({ categoryId }) => categoryId)).toEqual(["c1", "c2"]);
});

test("a press that did not arrive is sent again as the same press", async () => {
  const { sort, categories } = open();
  sort("t0", "c1");
  await settle();
  calls.shift()?.fail(new TypeError("Failed to fetch"));
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(calls.map(({ press }) => press.key)).toEqual(["t0-c1"]);
  expect(categories()[0]).toBe("c1");
  await answerNext();
  expect(server.tracks[0]?.categoryId).toBe("c1");
});

test("undo takes back a press that is still on its way, and the server hears of both", async () => {
  const { sort, undo, categories } = open();
  sort("t0", "c1");
  undo();
  expect(categories()[0]).toBeNull();
  await settle();
  expect(calls.map(({ press }) => press.kind)).toEqual(["move"]);
  await answerNext();
  expect(categories()[0]).toBeNull();
  expect(calls.map(({ press }) => press.kind)).toEqual(["undo"]);
  await answerNext();
  expect(server.tracks[0]?.categoryId).toBeNull();
});

test("undo of a press that failed asks the server for nothing", async () => {
  const { sort, undo, categories, pending } = open();
  sort("t0", "c1");
  undo();
  await settle();
  calls.shift()?.fail(new PressRefused("No."));
  await settle();
  expect(calls).toEqual([]);
  expect(pending()).toBe(0);
  expect(categories()[0]).toBeNull();
});

test("a press that was not answered before the page was left is sent by the next visit", async () => {
  const { sort } = open();
  sort("t0", "c1");
  await settle();
  cleanup();
  client.clear();
  const [sent] = calls.splice(0);
  const next = open();
  await settle();
  expect(next.categories()[0]).toBe("c1");
  expect(calls.map(({ press }) => press.key)).toEqual([sent?.press.key]);
  await answerNext();
  expect(localStorage.length).toBe(0);
});

test("presses of any depth are taken back, newest first", async () => {
  const { sort, undo, categories } = open();
  for (const id of ["t0", "t1", "t2"]) {
    sort(id, "c3");
    await settle();
    await answerNext();
  }
  for (const left of [
    ["c3", "c3", null],
    ["c3", null, null],
    [null, null, null],
  ]) {
    undo();
    expect(categories().slice(0, 3)).toEqual(left);
    await settle();
    await answerNext();
  }
  expect(server.undoable).toBe(0);
});
