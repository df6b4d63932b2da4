import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import { LocalTime } from "@/components/ui/local-time";
import type { loadGoldenPlays } from "@/lib/history/loaders";
import { number } from "./history-words";

type Row = Awaited<ReturnType<typeof loadGoldenPlays>>["rows"][number];

/** Golden tracks with how often they were really played since they were promoted. */
export function GoldenPlaysTable({ rows }: { rows: readonly Row[] }) {
  return (
    <table className="w-full table-fixed">
      <caption className="sr-only">Golden tracks and how often they are played</caption>
      <thead className="sticky top-0 bg-ground">
        <tr className="h-7 text-left text-2xs text-ink-3 *:pr-3 *:font-medium">
          <th scope="col">Track</th>
          <th scope="col" className="w-[22%] phone:hidden">
            Category
          </th>
          <th scope="col" className="w-28 phone:hidden">
            Promoted
          </th>
          <th scope="col" className="w-18 text-right">
            Since
          </th>
          <th scope="col" className="w-18 text-right phone:hidden">
            Before
          </th>
          <th scope="col" className="w-28 phone:w-24">
            Last played
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="h-11 border-t hover:bg-hover *:pr-3">
            <td>
              <div className="truncate" title={row.title}>
                {row.title}
                {row.mixName && <span className="text-ink-2"> {row.mixName}</span>}
              </div>
              <div className="truncate text-xs text-ink-3">{row.artists}</div>
            </td>
            <td className="phone:hidden">
              <Link
                href={`/golden/${row.categoryId}` as Route}
                className="block truncate rounded-sm underline-offset-3 hover:underline"
              >
                {row.category}
              </Link>
              <div className="truncate text-xs text-ink-3">{row.style}</div>
            </td>
            <td className="text-xs text-ink-2 tabular-nums phone:hidden">
              <LocalTime iso={row.promotedAt} show="day" />
            </td>
            <td
              className={clsx(
                "text-right tabular-nums",
                row.playsSince === 0 ? "text-ink-3" : "font-semibold",
              )}
            >
              {number(row.playsSince)}
            </td>
            <td className="text-right text-ink-2 tabular-nums phone:hidden">
              {number(row.playsBefore)}
            </td>
            <td className="text-xs text-ink-2 tabular-nums">
              <LastPlayed {...row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LastPlayed({ lastPlayedAt, isOnProvider }: Row) {
  if (lastPlayedAt) return <LocalTime iso={lastPlayedAt} show="day" />;
  return <span className="text-ink-3">{isOnProvider ? "never" : "not on Spotify"}</span>;
}
