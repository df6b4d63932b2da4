import { genres } from "../world/genres";
import { at, hashOf, type Random, randomFrom } from "../world/random";
import type { Recording } from "../world/recording";

/** Names that people give beside the genre: habits, memories, tempi. */
const oddities = [
  "seen live",
  "140 bpm",
  "Electronic",
  "club",
  "4x4",
  "vinyl only",
  "dj tool",
  "peak  time",
  "Techno / House",
  "électronique",
];

const ids = (...parts: (string | number)[]) => {
  const hex = [0, 1, 2, 3].map((part) =>
    hashOf(...parts, part)
      .toString(16)
      .padStart(8, "0"),
  );
  const [a = "", b = "", c = "", d = ""] = hex;
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
};

interface Vote {
  id?: string;
  name: string;
  count: number;
  disambiguation?: string;
}

/** Votes on words; genres are the words that MusicBrainz has in its own list. */
function votes(random: Random, genreIndex: number): { genres: Vote[]; tags: Vote[] } {
  const genre = at(genres, genreIndex);
  const word = genre.name.replace(/ \(.*\)$/, "").toLowerCase();
  const names = [word, ...genre.subGenres.slice(0, 1).map(({ name }) => name.toLowerCase())];
  const real = names
    .filter((_, index) => index === 0 || random.chance(0.4))
    .map((name) => ({ name, count: random.int(1, 9) }));
  // votes against a word can outweigh those for it
  const odd = random.chance(0.5) ? [{ name: random.pick(oddities), count: random.int(-1, 4) }] : [];
  return {
    genres: real.map((vote) => ({ ...vote, id: ids("genre", vote.name), disambiguation: "" })),
    tags: [...real, ...odd].sort((left, right) => left.name.localeCompare(right.name)),
  };
}

const none = { genres: [], tags: [] };

/** How much MusicBrainz knows of a recording: nothing at all of four in ten. */
type Known = "nothing" | "bare" | "artists" | "words";

function knownOf(seed: string, recording: Recording): Known {
  return randomFrom(seed, "musicbrainz", recording.id).weighted<Known>([
    ["nothing", 40],
    ["bare", 10],
    ["artists", 15],
    ["words", 35],
  ]);
}

/** The entries under an ISRC: one in seven recordings was entered twice. */
export function recordingsJson(seed: string, recording: Recording, inc: ReadonlySet<string>) {
  const known = knownOf(seed, recording);
  if (known === "nothing") return [];
  const twice = hashOf(seed, "musicbrainz twice", recording.id) % 7 === 0;
  return [0, ...(twice ? [1] : [])].map((copy) => {
    const random = randomFrom(seed, "musicbrainz votes", recording.id, copy);
    const own = known === "words" ? votes(random, recording.genreIndex) : none;
    const ofArtists = known === "artists" ? votes(random, recording.genreIndex) : none;
    return {
      id: ids(seed, "recording", recording.id, copy),
      title: copy === 0 ? recording.title : recording.title.toUpperCase(),
      disambiguation: "",
      length: random.chance(0.9) ? recording.lengthMs : null,
      video: false,
      ...shown(own, inc),
      ...(inc.has("artist-credits") && {
        "artist-credit": recording.artists.map(({ id, plainName: name }, index) => ({
          name,
          joinphrase: index < recording.artists.length - 1 ? " & " : "",
          artist: {
            id: ids("artist", id),
            name,
            "sort-name": name,
            disambiguation: "",
            ...shown(ofArtists, inc),
          },
        })),
      }),
    };
  });
}

const shown = ({ genres, tags }: { genres: Vote[]; tags: Vote[] }, inc: ReadonlySet<string>) => ({
  ...(inc.has("genres") && { genres }),
  ...(inc.has("tags") && { tags }),
});
