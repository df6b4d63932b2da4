import type { Playable } from "@/components/player/playable";
import { CamelotKey } from "@/components/ui/camelot-key";
import { LocalTime } from "@/components/ui/local-time";
import { trackLength } from "@/components/ui/moment";
import { SpotifyLink } from "@/components/ui/spotify-link";
import type { GoldenTrack } from "@/lib/curation/golden";
import { formatWeek } from "@/lib/curation/week";
import { PlayCover } from "./play-cover";
import { toPlayable } from "./to-playable";

/** The playlist in its order, each track with where it came from. */
export function GoldenTable({ tracks }: { tracks: readonly GoldenTrack[] }) {
  const queue = tracks.map(toPlayable);
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">Tracks of this Golden playlist</caption>
      <thead className="sticky top-0 z-10 bg-ground">
        <tr className="h-7 text-left text-2xs text-ink-3 *:font-medium *:pr-3">
          <th scope="col" className="w-8 text-right">
            <span className="sr-only">Place</span>
          </th>
          <th scope="col" className="w-11.5">
            <span className="sr-only">Cover</span>
          </th>
          <th scope="col">Title</th>
          <th scope="col" className="w-[22%] max-xl:hidden">
            Label
          </th>
          <th scope="col" className="w-12 text-right phone:hidden">
            BPM
          </th>
          <th scope="col" className="w-12 text-right">
            Key
          </th>
          <th scope="col" className="w-14 text-right max-xl:hidden">
            Length
          </th>
          <th scope="col" className="w-26 phone:hidden">
            Added
          </th>
          <th scope="col" className="w-22 phone:hidden">
            From week
          </th>
          <th scope="col" className="w-26 phone:w-18">
            <span className="sr-only">On Spotify</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tracks.map((track, index) => (
          <Row key={track.id} track={track} place={index + 1} queue={queue} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { track: GoldenTrack; place: number; queue: readonly Playable[] };

function Row({ track, place, queue }: RowProps) {
  const artists = track.artists.join(", ");
  return (
    <tr className="h-11 border-t hover:bg-hover *:pr-3">
      <td className="text-right text-2xs text-ink-3 tabular-nums">{place}</td>
      <td>
        <PlayCover track={toPlayable(track)} queue={queue} />
      </td>
      <td>
        <div className="truncate" title={track.title}>
          <a
            href={track.beatportUrl}
            target="_blank"
            rel="noreferrer"
            className="rounded-sm underline-offset-3 hover:underline"
          >
            {track.title}
            <span className="sr-only"> on Beatport</span>
          </a>
          {track.mixName && <span className="text-ink-2"> {track.mixName}</span>}
        </div>
        <div className="truncate text-xs text-ink-3" title={artists}>
          {artists}
        </div>
      </td>
      <td className="truncate text-ink-2 max-xl:hidden">{track.label}</td>
      <td className="text-right tabular-nums phone:hidden">{track.bpm}</td>
      <td className="text-right">
        <CamelotKey value={track.camelotKey} />
      </td>
      <td className="text-right text-ink-2 tabular-nums max-xl:hidden">
        {track.lengthMs !== null && trackLength(track.lengthMs)}
      </td>
      <td className="text-xs text-ink-2 phone:hidden">
        <LocalTime iso={track.addedAt} show="day" />
      </td>
      <td className="text-xs text-ink-3 phone:hidden">
        {track.fromWeek && formatWeek(track.fromWeek)}
      </td>
      <td className="text-right text-xs">
        {track.spotify.url ? (
          <SpotifyLink href={track.spotify.url} of={track.title} />
        ) : (
          <span className="text-ink-3">{missing[track.spotify.status]}</span>
        )}
      </td>
    </tr>
  );
}

/** Why a track does not stand in the Spotify playlist. */
const missing: Record<GoldenTrack["spotify"]["status"], string> = {
  pending: "finding…",
  found: "",
  review: "check match",
  not_found: "not on Spotify",
  unavailable: "not playable",
  rejected: "match refused",
};
