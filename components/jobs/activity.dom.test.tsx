import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActivityPage, JobView } from "@/lib/jobs/job-view";
import { Activity } from "./activity";

const NOW = "2026-11-21T12:00:00.000Z";
const job = (id: string, values: Partial<JobView> = {}): JobView => ({
  id,
  kind: "collection",
  title: `Week ${id}`,
  status: "running",
  phase: "Reading Beatport",
  message: null,
  total: 700,
  done: 350,
  failed: 0,
  warnings: 0,
  attempts: 1,
  standsStill: false,
  perMinute: 410,
  secondsLeft: 51,
  waitingUntil: null,
  createdAt: NOW,
  startedAt: NOW,
  finishedAt: null,
  updatedAt: NOW,
  canRetry: false,
  canCancel: true,
  ...values,
});
const page = (jobs: JobView[]): ActivityPage => ({
  jobs,
  counts: { running: jobs.length, waiting: 0, failed: 0, ended: 0 },
  older: null,
});
const [one, two] = [job("1"), job("2", { canCancel: false, total: null })];

beforeEach(() => {
  window.history.replaceState(null, "", "/activity");
  vi.stubGlobal("fetch", async (address: string) =>
    Response.json(
      address.startsWith("/api/jobs/activity")
        ? page([one, two])
        : { ...one, id: address.split("/").at(-1), lines: [], runUrl: null },
    ),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(jobs = [one, two]) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Activity search="" first={page(jobs)} />
    </QueryClientProvider>,
  );
}
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focusedTitle = () => document.activeElement?.textContent;

test("arrows walk the list and stop at its ends; what is opened follows", () => {
  show();
  expect(focusedTitle()).toContain("Week 1");
  press("ArrowUp");
  expect(focusedTitle()).toContain("Week 1");
  press("Enter");
  expect(window.location.search).toBe("?job=1");
  press("ArrowDown");
  press("ArrowDown");
  expect(focusedTitle()).toContain("Week 2");
  expect(window.location.search).toBe("?job=2");
  press("Escape");
  expect(window.location.search).toBe("");
  expect(focusedTitle()).toContain("Week 2");
});

test("stopping is asked for first, and only where it may be done", () => {
  show();
  press("c");
  const dialog = screen.getByRole("dialog", { name: "Stop Week 1?" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Let it run" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  press("ArrowDown");
  press("c");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a bar tells what is known: a share, or only that it goes on", () => {
  show();
  const [known, unknown] = screen.getAllByRole("progressbar");
  expect(known?.getAttribute("aria-valuenow")).toBe("50");
  expect(known?.getAttribute("aria-label")).toBe("Collection: Week 1");
  expect(unknown?.getAttribute("aria-valuenow")).toBeNull();
  expect(screen.getByText("350 of 700")).toBeDefined();
  expect(screen.getAllByText("about 50 s left")).toHaveLength(2);
});

test("an empty list says why it is empty, and the way out", () => {
  window.history.replaceState(null, "", "/activity?q=no-such-job");
  show([]);
  expect(screen.getByText("No job fits")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show all" }));
  expect(window.location.search).toBe("");
});
