import type { Context } from "../context";
import type { DemoUser } from "../state/demo-users";
import { exportedPlays } from "./exported-plays";
import { createRowWriter, type HistoryRow } from "./history-row";
import type { ZipEntry } from "./zip";

const FOLDER = "Spotify Extended Streaming History";
const ROWS_A_FILE = 16_000;
/** One track row in so many has been watched too. */
const VIDEO_EVERY = 1_500;
const MOST_VIDEOS = 200;

const yearsOf = (rows: readonly HistoryRow[]) => {
  const first = rows[0]?.ts.slice(0, 4);
  const last = rows.at(-1)?.ts.slice(0, 4);
  return first === last ? first : `${first}-${last}`;
};

const fileOf = (rows: readonly HistoryRow[], medium: "Audio" | "Video", number: number | null) => ({
  name: `${FOLDER}/Streaming_History_${medium}_${yearsOf(rows)}${number === null ? "" : `_${number}`}.json`,
  content: Buffer.from(JSON.stringify(rows)),
});

/** The files of a user's extended streaming history, as Spotify packs them. */
export function* streamingHistory(
  context: Context,
  user: DemoUser,
  rows: number | null,
): Generator<ZipEntry> {
  const rowsOf = createRowWriter(context, user.country);
  let file: HistoryRow[] = [];
  const videos: HistoryRow[] = [];
  let files = 0;
  let written = 0;
  for (const play of exportedPlays(context, user.id, rows)) {
    for (const row of rowsOf(play)) file.push(row);
    written += 1;
    const [row] = written % VIDEO_EVERY === 0 ? file.slice(-1) : [];
    if (row && videos.length < MOST_VIDEOS) videos.push({ ...row, ms_played: 45_000 });
    if (file.length < ROWS_A_FILE) continue;
    yield fileOf(file, "Audio", files);
    files += 1;
    file = [];
  }
  if (file.length) yield fileOf(file, "Audio", files);
  if (videos.length) yield fileOf(videos, "Video", null);
}
