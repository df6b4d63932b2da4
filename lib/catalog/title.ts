import { plainText } from "./plain-text";

/** How long a cut of the same performance is, as far as its name says. */
export type Cut = "extended" | "short" | "unnamed";

/** What a title says, however a shop writes it. */
export type ReadTitle = {
  /** The song, without guests, version and mix. */
  song: string;
  /** Words that make it another performance: remixer, remix, dub, live; empty for the original. */
  performance: string[];
  cut: Cut;
  /** Whether the cut or mix was named at all: "Original Mix" says more than nothing. */
  stated: boolean;
};

const VERSION_WORD =
  /\b(?:mix|mixed|remix|rmx|edit|re ?edit|version|dub|vip|rework|reworked|refix|flip|bootleg|mashup|instrumental|acapella|a cappella|live|acoustic|reprise|extended|original|remaster|remastered|interpretation|reinterpretation|reconstruction|remake|cover|session|cut|take|demo|tool|beats)\b/;
const GUEST = /^(?:feat|ft|featuring|with)\b/;
const INLINE_GUEST = /\s(?:feat|ft|featuring)\b\.?\s.*$/i;

/** Words that tell nothing about which performance it is. */
const neutral = new Set(["original", "mix", "version", "the", "full", "length", "album", "single"]);
const extendedWords = new Set(["extended", "ext"]);
const shortWords = new Set(["radio", "short"]);
const sameWord: Record<string, string> = { rmx: "remix", remixed: "remix", reworked: "rework" };

/** Reads Beatport's name and mix name, or Spotify's "Title (feat. Guest) - Extended Mix". */
export function readTitle(name: string, mixName: string | null = null): ReadTitle {
  const { song, parts } = takeApart(name);
  const versions = mixName ? [...parts, mixName] : parts;
  const reading = versions.map((part) => readVersion(plainText(part)));

  const performance = [...new Set(reading.flatMap(({ words }) => words))].sort();
  const cuts = reading.map(({ cut }) => cut);
  const named = cuts.includes("short") ? "short" : "extended";
  return {
    song: plainText(song),
    performance,
    cut: cuts.every((cut) => cut === "unnamed") ? "unnamed" : named,
    stated: versions.some((part) => !GUEST.test(plainText(part))),
  };
}

/** Separates brackets and " - " endings that name a version or a guest; others belong to the song. */
function takeApart(name: string): { song: string; parts: string[] } {
  const parts: string[] = [];
  const take = (whole: string, part: string) => {
    const plain = plainText(part);
    if (GUEST.test(plain)) return " ";
    if (!VERSION_WORD.test(plain)) return whole;
    parts.push(part);
    return " ";
  };

  const unbracketed = name.replace(/[([]([^()[\]]*)[)\]]/g, take);
  const [first = "", ...endings] = unbracketed.split(/\s[-–—]\s/);
  const kept = endings.filter((ending) => take(ending, ending) === ending);
  const song = [first, ...kept].join(" - ").trim();
  return { song: song.replace(INLINE_GUEST, "") || song || name, parts };
}

function readVersion(plain: string): { words: string[]; cut: Cut } {
  if (GUEST.test(plain)) return { words: [], cut: "unnamed" };
  const remastered = /\bremaster(?:ed)?\b/.test(plain);
  const all = plain
    .replace(/\ba cappella\b/g, "acapella")
    .replace(/\s(?:feat|ft|featuring)\s.*$/, "")
    .split(" ")
    .filter((word) => !(remastered && /^(?:remaster|remastered|\d{4}|digital)$/.test(word)))
    .map((word) => sameWord[word] ?? word);

  const extended = all.some((word) => extendedWords.has(word));
  const short = all.some((word) => shortWords.has(word));
  const words = all.filter(
    (word) =>
      word !== "" && !neutral.has(word) && !extendedWords.has(word) && !shortWords.has(word),
  );
  // "Radio Edit" and a bare "Edit" are short cuts; "Somebody Edit" is somebody's work
  const bareEdit = words.length === 1 && words[0] === "edit";
  if (bareEdit) return { words: [], cut: extended ? "extended" : "short" };
  const performance = short ? words.filter((word) => word !== "edit") : words;
  if (short) return { words: performance, cut: "short" };
  return { words: performance, cut: extended ? "extended" : "unnamed" };
}
