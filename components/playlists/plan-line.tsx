import clsx from "clsx";
import { memo } from "react";
import { CamelotKey } from "@/components/ui/camelot-key";
import { Cover } from "@/components/ui/cover";
import { Skeleton } from "@/components/ui/skeleton";
import { SpotifyLink } from "@/components/ui/spotify-link";
import type { PlanLineView } from "@/lib/playlists/plan-view";
import { ownerWords } from "./plan-words";

type Props = {
  /** Null while it is being read. */
  line: PlanLineView | null;
  index: number;
  total: number;
  /** Pixels from the top of the list. */
  top: number;
  tellsOwner: boolean;
};

const kinds = {
  added: { mark: "+", word: "Added", color: "text-ok" },
  removed: { mark: "−", word: "Removed", color: "text-danger" },
  moved: { mark: "~", word: "Moved", color: "text-warning" },
  kept: { mark: "", word: "Stays", color: "" },
} as const;

const grid =
  "grid items-center gap-x-3 px-5 phone:px-4 grid-cols-[12px_32px_minmax(0,1fr)_auto] @min-[46rem]:grid-cols-[12px_72px_32px_minmax(0,1fr)_96px_40px_40px_104px]";
const wideOnly = "@max-[46rem]:hidden";

/** A row of a playlist, and what the plan does to it. */
export const PlanLine = memo(function PlanLine({ line, index, total, top, tellsOwner }: Props) {
  return (
    <li
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-busy={line === null}
      style={{ transform: `translateY(${top}px)` }}
      className={clsx(grid, "absolute inset-x-0 top-0 h-11 border-b hover:bg-hover")}
    >
      {line ? <Cells line={line} tellsOwner={tellsOwner} /> : <Waiting />}
    </li>
  );
});

function Waiting() {
  return (
    <>
      <span />
      <span className={wideOnly} />
      <Skeleton className="size-8" />
      <Skeleton className="h-3.5 w-2/5" />
    </>
  );
}

function Cells({ line, tellsOwner }: { line: PlanLineView; tellsOwner: boolean }) {
  const { mark, word, color } = kinds[line.kind];
  const name = line.name ?? "A track Clouder has not met";
  const artists = line.artists.join(", ");
  return (
    <>
      <span className={clsx("text-center font-semibold", color)}>
        <span aria-hidden="true">{mark}</span>
        <span className="sr-only">{word}</span>
      </span>
      <span className={clsx("text-xs text-ink-2 tabular-nums", wideOnly)}>{placeWords(line)}</span>
      <Cover url={line.coverUrl} className="size-8 object-contain!" />
      <div className={clsx("min-w-0", line.kind === "removed" && "text-ink-2")}>
        <div
          className={clsx(
            "truncate",
            line.kind === "removed" && "line-through decoration-line-strong",
            line.name === null && "text-ink-3",
          )}
          title={name}
        >
          {name}
        </div>
        <div className="truncate text-xs text-ink-3" title={artists}>
          {[artists, line.repeats && "twice in it"].filter(Boolean).join(" · ")}
        </div>
      </div>
      <span className={clsx("truncate text-xs text-ink-3", wideOnly)}>
        {tellsOwner && ownerWords[line.by]}
      </span>
      <span className={clsx("text-right text-ink-2 tabular-nums", wideOnly)}>{line.bpm}</span>
      <span className={wideOnly}>
        <CamelotKey value={line.camelotKey} />
      </span>
      <span className="text-right text-xs whitespace-nowrap">
        {line.url && <SpotifyLink href={line.url} of={name} />}
      </span>
    </>
  );
}

function placeWords({ kind, place, placeBefore }: PlanLineView): string {
  if (kind === "moved") return `${placeBefore} → ${place}`;
  return String(place ?? placeBefore ?? "");
}
