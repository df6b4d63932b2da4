import { type Lane, lanes } from "@/lib/curation/lane";

export const stages = ["bronze", "silver"] as const;
export type Stage = (typeof stages)[number];

export const sorts = ["date", "key", "bpm", "label"] as const;
export type Sort = (typeof sorts)[number];

/** What of the board is on screen: it lives in the address, so that it survives a reload. */
export type BoardView = {
  stage: Stage;
  /** Null shows every lane. */
  lane: Lane | null;
  sort: Sort;
  text: string;
};

export function readView(search: string): BoardView {
  const params = new URLSearchParams(search);
  const oneOf = <T extends string>(known: readonly T[], name: string) =>
    known.find((value) => value === params.get(name));
  return {
    stage: oneOf(stages, "stage") ?? "bronze",
    lane: oneOf(lanes, "lane") ?? null,
    sort: oneOf(sorts, "sort") ?? "date",
    text: params.get("q") ?? "",
  };
}

/** The query string of a view, "" when everything is as usual. */
export function writeView({ stage, lane, sort, text }: BoardView): string {
  const params = new URLSearchParams();
  if (stage !== "bronze") params.set("stage", stage);
  if (lane) params.set("lane", lane);
  if (sort !== "date") params.set("sort", sort);
  if (text) params.set("q", text);
  const search = params.toString();
  return search ? `?${search}` : "";
}
