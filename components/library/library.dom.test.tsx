import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { LibraryCounts, LibraryPageView, SyncView } from "@/lib/library/library-view";
import { libraryParts } from "@/lib/library/part";
import { Library } from "./library";

const AT = "2026-11-21T12:00:00.000Z";
const done = { status: "complete", startedAt: AT, finishedAt: AT } as const;

/** A library whose newest sync, of that id, is done and stored one row. */
const synced = (id: string): SyncView => ({
  ...{ provider: "spotify", connected: "active", earlier: [], nextAt: null },
  run: {
    ...{ id, trigger: "manual", createdAt: AT, ...done },
    parts: [
      {
        ...{ part: "top_tracks", ...done, requested: 1, stored: 1, appended: 1, gone: 0 },
        ...{ unreadable: 0, requests: 1, waitingUntil: null, problem: null },
      },
    ],
  },
});
const page = (total: number): LibraryPageView => ({ rows: [], total });
const counts = Object.fromEntries(libraryParts.map((part) => [part, 1])) as LibraryCounts;
const overview = { counts, firstReadAt: AT };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("the list is read again after a sync that nobody saw begin and that stored as much as the last", async () => {
  const answers = [
    ["/api/library/sync", synced("second")],
    ["/api/library/overview", overview],
    ["/api/library/rows", page(2)],
  ] as const;
  vi.stubGlobal("fetch", async (address: string) =>
    Response.json(answers.find(([path]) => address.startsWith(path))?.[1]),
  );
  const client = new QueryClient();
  render(
    <QueryClientProvider client={client}>
      <Library search="" overview={overview} first={page(1)} sync={synced("first")} />
    </QueryClientProvider>,
  );
  const rows = () => screen.getByRole("grid", { name: "Top tracks" }).getAttribute("aria-rowcount");
  expect(rows()).toBe("2");
  await client.refetchQueries({ queryKey: ["library", "sync"] });
  await waitFor(() => expect(rows()).toBe("3"));
});
