import { onlineManager } from "@tanstack/react-query";
import { cleanup, configure, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noResult, openEditor } from "./testing/editor";

// A guard against waiting for ever; machines that run the tests may be busy.
configure({ asyncUtilTimeout: 20_000 });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
  vi.unstubAllGlobals();
});

const counted = (count: number) => ({ ...noResult, count });
/** Five tracks for the rule with this number in it, seven for any other. */
const answer = (number: string) =>
  vi.stubGlobal("fetch", async (_address: string, { body = "{}" }: { body?: string } = {}) =>
    Response.json(counted(body.includes(number) ? 5 : 7)),
  );
const writeBpm = (value: string) =>
  fireEvent.change(screen.getByRole("spinbutton", { name: "BPM, what" }), { target: { value } });

test("while the answer to a new rule is on its way, the count is marked as that of the rule before", async () => {
  let give = (_: Response) => undefined as unknown;
  const waiting = new Promise<Response>((resolve) => {
    give = resolve;
  });
  vi.stubGlobal("fetch", (_address: string, { body = "{}" }: { body?: string } = {}) =>
    body.includes("140") ? waiting : Promise.resolve(Response.json(counted(7))),
  );
  openEditor({ first: counted(7) });
  expect(screen.queryByText("of the rule before")).toBeNull();
  writeBpm("140");
  const mark = await screen.findByText("of the rule before");
  const count = screen.getByText("7");
  expect(count.closest("[aria-live]")?.getAttribute("aria-busy")).toBe("true");
  for (const element of [count, mark]) expect(element.className).toContain("delay-150");
  give(Response.json(counted(5)));
  await screen.findByText("5");
  expect(screen.queryByText("of the rule before")).toBeNull();
  expect(screen.getByText("5").closest("[aria-live]")?.getAttribute("aria-busy")).toBe("false");
});

test("when a new rule cannot be asked, what was counted last stays, marked, with the reason", async () => {
  answer("130");
  openEditor({ first: counted(7) });
  writeBpm("130");
  await screen.findByText("5");
  vi.stubGlobal("fetch", async () => Response.json({ message: "Not now." }, { status: 400 }));
  writeBpm("140");
  await screen.findByText("Not now.");
  screen.getByText("5");
  screen.getByText("of the rule before");
});

test("offline, the count says of which rule it is and that nobody answered, until somebody does", async () => {
  answer("140");
  openEditor({ first: counted(7) });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  onlineManager.setOnline(false);
  writeBpm("140");
  await screen.findByText(/^Clouder did not answer/);
  screen.getByText("7");
  screen.getByText("of the rule before");
  answer("140");
  onlineManager.setOnline(true);
  await screen.findByText("5");
  expect(screen.queryByText(/^Clouder did not answer/)).toBeNull();
});
