"use client";

import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import { memo, type ReactNode } from "react";
import { Cover } from "@/components/ui/cover";
import { LocalTime } from "@/components/ui/local-time";
import { trackLength } from "@/components/ui/moment";
import { Skeleton } from "@/components/ui/skeleton";
import type { PersonalProvider } from "@/lib/connections/provider";
import type { LibraryEntry } from "@/lib/library/library-view";
import { detailOf, nameOf } from "./entry-words";
import { type ColumnId, columnsOf, type GridList, gridOf, wideOnly } from "./library-columns";
import { OpenLink } from "./open-link";

type Props = {
  provider: PersonalProvider;
  list: GridList;
  /** Null while it is being read. */
  entry: LibraryEntry | null;
  index: number;
  /** Pixels from the top of the list. */
  top: number;
  isFocused: boolean;
  /** Its own page, when it has one. */
  href: Route | null;
};

/** One line of a library. What it shows is the provider's, and leads there. */
export const LibraryRow = memo(function LibraryRow(props: Props) {
  const { list, entry, index, top, isFocused } = props;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-busy={entry === null}
      data-index={index}
      data-focused={isFocused}
      tabIndex={isFocused ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      className={clsx(
        gridOf(list),
        "absolute inset-x-2 top-0 h-11 cursor-default rounded-md outline-none phone:inset-x-0",
        "before:absolute before:inset-x-3 before:top-0 before:h-px before:bg-line",
        isFocused
          ? "z-1 bg-raised inset-ring-[1.5px] inset-ring-line-strong before:hidden focus:inset-ring-focus"
          : "hover:bg-hover",
      )}
    >
      {columnsOf[list].map(({ id, isRight, isWide }) => (
        <td
          key={id}
          className={clsx("min-w-0 truncate", isRight && "text-right", isWide && wideOnly)}
        >
          {entry ? <Cell {...props} entry={entry} id={id} /> : <WaitingCell id={id} />}
        </td>
      ))}
    </tr>
  );
});

function WaitingCell({ id }: { id: ColumnId }) {
  if (id === "cover") return <Skeleton className="size-8" />;
  return id === "name" ? <Skeleton className="h-3.5 w-2/5" /> : null;
}

type CellProps = Props & { entry: LibraryEntry; id: ColumnId };

function Cell({ provider, id, entry, index, isFocused, href }: CellProps): ReactNode {
  const name = nameOf(entry, provider);
  switch (id) {
    case "number":
      return <span className="text-2xs text-ink-3 tabular-nums">{entry.rank ?? index + 1}</span>;
    case "cover":
      return <Cover url={entry.coverUrl} className="size-8 object-contain!" />;
    case "name":
      return (
        <Name
          entry={entry}
          detail={detailOf(entry, provider)}
          name={name}
          {...{ href, isFocused }}
        />
      );
    case "album":
      return <Quiet text={entry.albumName} />;
    case "genres":
      return <Quiet text={entry.genres.join(", ")} />;
    case "owner":
      return <Quiet text={entry.playlist?.ownerName ?? null} />;
    case "tracks":
      return <span className="text-ink-2 tabular-nums">{entry.playlist?.total}</span>;
    case "length":
      return (
        <span className="text-ink-2 tabular-nums">
          {entry.durationMs !== null && trackLength(entry.durationMs)}
        </span>
      );
    case "released":
      return <span className="text-xs text-ink-2 tabular-nums">{entry.releasedOn}</span>;
    case "at":
      return (
        <span className="text-xs text-ink-2">
          {entry.at && <LocalTime iso={entry.at} show="day" />}
        </span>
      );
    case "link":
      return <OpenLink provider={provider} href={entry.url} of={name} isFocused={isFocused} />;
  }
}

function Quiet({ text }: { text: string | null }) {
  return (
    <span className="text-ink-2" title={text ?? undefined}>
      {text}
    </span>
  );
}

type NameProps = Pick<Props, "href" | "isFocused"> & {
  entry: LibraryEntry;
  name: string;
  detail: string;
};

function Name({ entry, name, detail, href, isFocused }: NameProps) {
  return (
    <>
      <div className={clsx("truncate", !entry.name && "text-ink-3")} title={name}>
        {href ? (
          <Link
            href={href}
            prefetch={false}
            tabIndex={isFocused ? 0 : -1}
            className="rounded-sm underline-offset-3 hover:underline"
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </div>
      <div className="truncate text-xs text-ink-3" title={detail}>
        {detail}
      </div>
    </>
  );
}
