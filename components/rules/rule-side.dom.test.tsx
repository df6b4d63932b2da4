import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { explainRule } from "@/lib/rules/explain-rule";
import type { RuleSetResult, TrackExplained } from "@/lib/rules/rule-set-view";
import { makeTrack } from "@/lib/rules/testing/make-track";
import { OverlapPanel } from "./overlap-panel";
import { fast, listed, noResult, open, openEditor } from "./testing/editor";

/** What each address answers, and what it was asked. */
let answers: Record<string, (question: Record<string, unknown>, address: string) => unknown> = {};
let asked: [string, Record<string, unknown>][] = [];

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  asked = [];
  answers = { result: () => noResult };
  vi.stubGlobal("fetch", async (address: string, { body }: { body?: string } = {}) => {
    const what = address.split(/[/?]/).find((part) => part in answers) ?? "";
    const question = JSON.parse(body ?? "{}");
    asked.push([what, question]);
    return Response.json(answers[what]?.(question, address) ?? []);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const page = (offset: number, count: number): RuleSetResult => ({
  ...{ ...noResult, count, total: 100 },
  tracks: Array.from({ length: Math.min(20, count - offset) }, (_, at) =>
    listed(`Track ${offset + at + 1}`),
  ),
});

test("the result is turned page by page, and begins anew when the rule is another one", async () => {
  answers.result = ({ offset, definition }) =>
    page(Number(offset), JSON.stringify(definition).includes("140") ? 30 : 45);
  openEditor({ first: page(0, 45) });
  const pages = () => within(screen.getByRole("navigation", { name: "Pages of the result" }));
  const button = (name: string) => pages().getByRole<HTMLButtonElement>("button", { name });
  pages().getByText("1–20");
  expect(button("Before").disabled).toBe(true);
  fireEvent.click(button("More"));
  await screen.findByText("Track 21");
  fireEvent.click(button("More"));
  await screen.findByText("Track 45");
  pages().getByText("41–45");
  expect(button("More").disabled).toBe(true);
  fireEvent.click(button("Before"));
  await screen.findByText("Track 21");

  const bpm = screen.getByRole("spinbutton", { name: "BPM, what" });
  fireEvent.change(bpm, { target: { value: "140" } });
  await screen.findByText("30");
  pages().getByText("1–20");
  expect(asked.at(-1)).toEqual(["result", { definition: fast(140), offset: 0 }]);
});

test("when the result has become shorter than the page that is looked at, its last page is shown", async () => {
  let count = 45;
  answers.result = ({ offset }) => page(Number(offset), count);
  openEditor({ first: page(0, 45) });
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  await screen.findByText("Track 21");
  count = 15;
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  await screen.findByText("Track 15");
  const pages = () => screen.queryByRole("navigation", { name: "Pages of the result" });
  await vi.waitFor(() => expect(pages()).toBeNull());
});

test("a search for tracks says that it is under way, and what went wrong", async () => {
  let answer = (_: Response) => undefined as unknown;
  const found = new Promise<Response>((resolve) => {
    answer = resolve;
  });
  vi.stubGlobal("fetch", (address: string) =>
    address.includes("/tracks?") ? found : Promise.resolve(Response.json(noResult)),
  );
  openEditor();
  const find = screen.getByRole("textbox", { name: /^Find any track/ });
  fireEvent.change(find, { target: { value: "slow" } });
  await screen.findByText("Reading");
  answer(Response.json({ message: "Not now." }, { status: 400 }));
  await screen.findByText("Not now.");
});

const at = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "UTC" };
const slow = makeTrack({ recordingKey: "name:Slow", title: "Slow", bpm: 110 });

function explained(overrides: Parameters<typeof explainRule>[2]["overrides"]): TrackExplained {
  const explanation = explainRule(fast(120), slow, { overrides, at });
  return { ...listed("Slow"), explanation, leftOutBy: null };
}

test("any track is found by its words, and told row by row why it is in or not", async () => {
  answers.tracks = () => [listed("Slow")];
  answers.explanation = () => explained([]);
  openEditor();
  const find = screen.getByRole("textbox", { name: /^Find any track/ });
  fireEvent.change(find, { target: { value: "slow" } });
  fireEvent.click(await screen.findByRole("button", { name: /^Why.*Slow/ }));
  const why = within(await screen.findByRole("region", { name: "Why" }));
  await why.findByText(/It is not in: the rules do not ask for it/);
  const [group, row] = why.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(group).toMatch(/^Does not hold: All of these hold/);
  expect(row).toBe("Does not hold: BPM is at least 120: it has 110");
  expect(asked.at(-1)).toEqual([
    "explanation",
    { definition: fast(120), recordingKey: "name:Slow" },
  ]);
  fireEvent.click(why.getByRole("button", { name: "Result" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /^Find any track/ }));
});

test("a found track that is kept out says so, however many are", async () => {
  answers.tracks = () => [listed("Slow")];
  answers.result = () => ({ ...noResult, kinds: { "name:Slow": "exclude" } });
  openEditor();
  const find = screen.getByRole("textbox", { name: /^Find any track/ });
  fireEvent.change(find, { target: { value: "slow" } });
  const found = within(await screen.findByRole("list", { name: "Found tracks" }));
  await found.findByText("Kept out");
});

test("what was kept out and what was pinned is listed under the result, with how many more", () => {
  const pin = { tracks: [listed("Fast")], more: 1_200 };
  openEditor({
    first: { ...noResult, said: { pin, exclude: { tracks: [listed("Slow")], more: 0 } } },
  });
  const out = within(screen.getByRole("region", { name: "Kept out by you" }));
  out.getByText("Slow");
  expect(out.queryByText(/more/)).toBeNull();
  const pinned = within(screen.getByRole("region", { name: "Pinned by you" }));
  pinned.getByText("Fast");
  pinned.getByText("and 1,200 more");
});

test("a pin, an exclusion and a limit are told before the rows", async () => {
  const said = (kind: "pin" | "exclude") => [{ recordingKey: "name:Slow", kind, position: null }];
  const cut = { ...explained([]).explanation, held: true };
  const cases: [TrackExplained, RegExp][] = [
    [explained(said("pin")), /^Holds: It is in: you pinned it/],
    [explained(said("exclude")), /^Does not hold: It is not in: you keep it out/],
    [
      { ...explained([]), explanation: cut, leftOutBy: "limit" },
      /^Does not hold: It is not in: the rules ask for it, but as many tracks come before it/,
    ],
    [
      { ...explained([]), explanation: cut, leftOutBy: "perArtist" },
      /but as many tracks of its artist come before it/,
    ],
    [{ ...explained([]), explanation: cut }, /^Holds: It is in: the rules ask for it/],
  ];
  for (const [track, words] of cases) {
    answers.explanation = () => track;
    answers.result = () => ({ ...noResult, count: 1, tracks: [listed("Slow")] });
    openEditor({ first: { ...noResult, count: 1, tracks: [listed("Slow")] } });
    fireEvent.click(screen.getByRole("button", { name: /^Why.*Slow/ }));
    await screen.findByText((_, element) => {
      return element?.tagName === "P" && words.test(element.textContent ?? "");
    });
    cleanup();
  }
});

test("rule sets with the same tracks are told with their share, and the tracks on asking", async () => {
  const other = { id: "b".repeat(36), name: "Warm-up", size: 8, both: 2 };
  answers.overlaps = (_, address) =>
    address.includes("with=") ? [listed("Both")] : { size: 4, overlaps: [other] };
  openEditor();
  fireEvent.click(screen.getByRole("button", { name: "Overlap" }));
  const list = within(await screen.findByRole("list", { name: "Rule sets with the same tracks" }));
  expect(list.getByRole("link", { name: "Warm-up" }).getAttribute("href")).toBe(
    `/rules/${other.id}`,
  );
  const shared = list.getByRole("button", { name: /2 shared/ });
  expect(shared.textContent).toContain("50 % of this, 25 % of that");
  expect(shared.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(shared);
  await list.findByText("Both");
  fireEvent.click(shared);
  expect(list.queryByText("Both")).toBeNull();
});

test("what other rule sets take is of the saved version, and says so beside unsaved changes", async () => {
  const other = { id: "b".repeat(36), name: "Warm-up", size: 8, both: 2 };
  answers.overlaps = (_, address) => {
    if (!address.includes("with=")) return { size: 4, overlaps: [other] };
    return [listed("Both")];
  };
  openEditor();
  fireEvent.click(screen.getByRole("button", { name: "Overlap" }));
  await screen.findByRole("list", { name: "Rule sets with the same tracks" });
  expect(screen.queryByText(/^Of version/)).toBeNull();
  const bpm = screen.getByRole("spinbutton", { name: "BPM, what" });
  fireEvent.change(bpm, { target: { value: "140" } });
  screen.getByText("Of version 1: save to see yours.");
});

test("shared tracks are read anew for another version, and what went wrong with them is said", async () => {
  const other = { id: "b".repeat(36), name: "Warm-up", size: 8, both: 2 };
  let tracks = () => Promise.resolve(Response.json([listed("Both")]));
  vi.stubGlobal("fetch", async (address: string) =>
    address.includes("with=") ? tracks() : Response.json({ size: 4, overlaps: [other] }),
  );
  const panel = (version: number) => (
    <OverlapPanel ruleSetId="set" version={version} changed={false} />
  );
  const { rerender } = open(panel(1));
  fireEvent.click(await screen.findByRole("button", { name: /2 shared/ }));
  await screen.findByText("Both");
  tracks = () => Promise.resolve(Response.json({ message: "Not now." }, { status: 400 }));
  rerender(panel(2));
  await screen.findByText("Not now.");
});

test("a rule set that shares no track says so", async () => {
  answers.overlaps = () => ({ size: 4, overlaps: [] });
  openEditor();
  fireEvent.click(screen.getByRole("button", { name: "Overlap" }));
  await screen.findByText("No other rule set takes any of these tracks.");
});
