import { type Random, randomFrom } from "../world/random";
import { hashedId } from "./hashed-id";

const shows = ["Night Shift Conversations", "Signal Path", "Crate Notes", "The Long Blend"];
const subjects = ["A Room of One Speaker", "Cutting Lacquer", "Warming Up", "The Second Hour"];

/** A track that Spotify has taken away since: its row is there, and has no item. */
export const lostTrackUri = (random: Random) => `spotify:track:${hashedId(random, "")}`;

export const episodeUri = (random: Random) => `spotify:episode:${hashedId(random, "5")}`;

export function localUri(random: Random): string {
  const word = (text: string) => encodeURIComponent(text).replaceAll("%20", "+");
  const artist = random.pick(["Own Recording", "Vinyl Rip", "DJ Tool"]);
  const title = `${random.pick(["Take", "Edit", "Loop"])} ${random.int(1, 99)}`;
  return `spotify:local:${word(artist)}:${word("Bounces")}:${word(title)}:${random.int(60, 480)}`;
}

export interface Episode {
  id: string;
  name: string;
  durationMs: number;
  releaseDay: string;
  show: { id: string; name: string };
}

/** The episode a uri means; null when it means something else. */
export function episodeOf(uri: string): Episode | null {
  const id = /^spotify:episode:(\w{22})$/.exec(uri)?.[1];
  if (!id) return null;
  const random = randomFrom("episode", id);
  const show = random.pick(shows);
  return {
    id,
    name: `${random.int(1, 240)}: ${random.pick(subjects)}`,
    durationMs: random.int(20, 110) * 60_000,
    releaseDay: `20${random.int(20, 25)}-0${random.int(1, 9)}-${random.int(10, 28)}`,
    show: { id: hashedId(randomFrom("show", show), "6"), name: show },
  };
}

export interface LocalFile {
  uri: string;
  artist: string;
  album: string;
  name: string;
  seconds: number;
}

/** The parts of `spotify:local:artist:album:title:seconds`; null for any other uri. */
export function localFileOf(uri: string): LocalFile | null {
  if (!uri.startsWith("spotify:local:")) return null;
  const [artist = "", album = "", name = "", seconds = "0"] = uri
    .split(":")
    .slice(2)
    .map((part) => decodeURIComponent(part.replaceAll("+", " ")));
  return { uri, artist, album, name, seconds: Number(seconds) };
}
