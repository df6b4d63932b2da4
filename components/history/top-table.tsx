import { SpotifyLink } from "@/components/ui/spotify-link";
import type { Listening } from "@/lib/history/read-listening";
import { number, timeWords, topNames } from "./history-words";

const TRACK_ID = /^[A-Za-z0-9]{22}$/;
const nothing: Record<Listening["by"], string> = {
  track: "Nothing was heard in this time.",
  artist: "Nothing was heard in this time.",
  album: "Nothing was heard in this time.",
  label: "None of what was heard is known to the catalogue with its label.",
  genre: "Spotify names no genre for the artists that were heard.",
};

/** What was heard most, with a bar for how much. */
export function TopTable({ top, by }: Pick<Listening, "top" | "by">) {
  if (top.rows.length === 0) return <p className="py-3 text-ink-2">{nothing[by]}</p>;
  const most = Math.max(1, ...top.rows.map(({ plays }) => plays));
  return (
    <table className="w-full table-fixed">
      <caption className="sr-only">{topNames[by]} heard most</caption>
      <thead>
        <tr className="text-2xs text-ink-3 *:pb-1 *:font-medium">
          <th scope="col" className="w-8 pr-3 text-right">
            <span className="sr-only">Place</span>
          </th>
          <th scope="col" className="text-left">
            Name
          </th>
          <th scope="col" className="w-16 text-right">
            Plays
          </th>
          <th scope="col" className="w-22 text-right phone:hidden">
            Time
          </th>
          {by === "track" && (
            <th scope="col" className="w-24 phone:hidden">
              <span className="sr-only">On Spotify</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {top.rows.map(({ key, name, artistName, plays, ms }, index) => (
          <tr key={key} className="border-t">
            <td className="pr-3 text-right text-2xs text-ink-3 tabular-nums">{index + 1}</td>
            <td className="py-1">
              <span className="flex min-w-0 items-baseline gap-2">
                <span className="truncate" title={name}>
                  {name}
                </span>
                {artistName && <span className="truncate text-xs text-ink-3">{artistName}</span>}
              </span>
              <span
                aria-hidden="true"
                className="mt-0.5 block h-[3px] rounded-full bg-ink-3"
                style={{ width: `${(100 * plays) / most}%` }}
              />
            </td>
            <td className="text-right tabular-nums">{number(plays)}</td>
            <td className="text-right text-xs text-ink-2 tabular-nums phone:hidden">
              {timeWords(ms)}
            </td>
            {by === "track" && (
              <td className="pl-4 text-xs phone:hidden">
                {TRACK_ID.test(key) && (
                  <SpotifyLink href={`https://open.spotify.com/track/${key}`} of={name} />
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
