import type { HomeCell } from "@/lib/curation/home";

export type CellWords = {
  text: string;
  /** `open` still asks for something, `done` is behind us, `none` has nothing yet. */
  tone: "open" | "done" | "none" | "problem";
};

const count = new Intl.NumberFormat("en");

/** What a style-week comes to, in a few words. */
export function cellWords({ collection, period, counts }: HomeCell): CellWords {
  const running = collection?.status === "queued" || collection?.status === "running";
  if (running) {
    const share = collection.expected ? collection.fetched / collection.expected : null;
    const percent = share === null ? "" : ` ${Math.floor(100 * Math.min(1, share))} %`;
    return { text: `collecting${percent}`, tone: "open" };
  }
  if (!period) return withoutPeriod(collection, counts.tracks);
  if (period.status === "IN_PROGRESS") {
    return { text: `${count.format(counts.bronze)} left`, tone: "open" };
  }
  if (!period.closed) return { text: "to review", tone: "open" };
  return { text: `${count.format(counts.gold)} gold`, tone: "done" };
}

function withoutPeriod(collection: HomeCell["collection"], tracks: number): CellWords {
  if (!collection) return { text: "not yet", tone: "none" };
  if (tracks === 0 && collection.status === "failed") return { text: "failed", tone: "problem" };
  if (tracks === 0 && collection.status === "cancelled") return { text: "stopped", tone: "none" };
  return { text: `${count.format(tracks)} new`, tone: "open" };
}
