import clsx from "clsx";
import type { Sort } from "./board-view";
import { rowGrid, wideOnly } from "./row-grid";

type Props = { sort: Sort; onSort: (sort: Sort) => void };

export function TrackGridHead({ sort, onSort }: Props) {
  const sorting = { sort, onSort };
  return (
    <thead className="sticky top-0 z-2 block bg-ground">
      <tr
        aria-rowindex={1}
        className={clsx(rowGrid, "mx-2 h-7 text-2xs whitespace-nowrap text-ink-3")}
      >
        <Head name="Number" isHidden />
        <Head name="Cover" isHidden />
        <Head name="Title" />
        <Head name="Artists" />
        <SortHead {...sorting} by="label" name="Label" className={wideOnly} />
        <SortHead {...sorting} by="bpm" name="BPM" className={right} />
        <SortHead {...sorting} by="key" name="Key" className={right} />
        <Head name="Length" className={clsx(right, wideOnly)} />
        <SortHead {...sorting} by="date" name="Released" short="Date" className={right} />
        <Head name="Notes" isHidden />
      </tr>
    </thead>
  );
}

const right = "text-right!";

type HeadProps = { name: string; isHidden?: boolean; className?: string };

function Head({ name, isHidden, className }: HeadProps) {
  return (
    <th scope="col" className={clsx("text-left font-normal", className)}>
      <span className={isHidden ? "sr-only" : undefined}>{name}</span>
    </th>
  );
}

type SortHeadProps = Props & { by: Sort; name: string; short?: string; className?: string };

function SortHead({ by, name, short, sort, onSort, className }: SortHeadProps) {
  const direction = by === "date" ? "descending" : "ascending";
  return (
    <th
      scope="col"
      aria-sort={sort === by ? direction : "none"}
      className={clsx("text-left font-normal", className)}
    >
      <button
        type="button"
        onClick={() => onSort(by)}
        className={clsx("-mx-1 h-6 rounded-sm px-1 hover:text-ink", sort === by && "text-ink-2")}
      >
        {short ?? name}
        {sort === by && <span aria-hidden="true">{by === "date" ? " ↓" : " ↑"}</span>}
      </button>
    </th>
  );
}
