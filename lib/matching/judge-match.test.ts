import fc from "fast-check";
import { expect, test } from "vitest";
import type { SpotifyTrack } from "@/lib/spotify/track";
import type { WantedTrack } from "./compare-tracks";
import { judgeMatch } from "./judge-match";
import { summarizeMatch } from "./summarize-match";

const wanted: WantedTrack = {
  isrc: "QZDEM2600001",
  title: "Night Drive feat. Ada Orla",
  mixName: "Original Mix",
  artists: ["Fractal Unit (UK)", "Ada Orla"],
  remixers: [],
  lengthMs: 400_000,
};

const hit = (changes: Partial<SpotifyTrack> = {}): SpotifyTrack => ({
  id: "a",
  uri: "spotify:track:a",
  url: "https://open.spotify.com/track/a",
  name: "Night Drive (feat. Ada Orla)",
  artists: ["Fractal Unit"],
  album: { name: "Night Drive", type: "single", releaseDate: "2026-11-13" },
  durationMs: 400_900,
  isrc: "qz-dem-26-00001",
  playable: true,
  ...changes,
});

const judge = (changes: Partial<SpotifyTrack>, track: Partial<WantedTrack> = {}) => {
  const verdict = judgeMatch({ ...wanted, ...track }, [hit(changes)]);
  return { ...verdict, summary: summarizeMatch(verdict) };
};

test("the same recording is found by itself, however both shops write it", () => {
  expect(judge({})).toMatchObject({
    status: "found",
    confidence: 0.99,
    track: { uri: "spotify:track:a" },
    summary: "by ISRC, same mix, same length",
  });
  const extended = { mixName: "Extended Mix" };
  expect(judge({ name: "Night Drive - Extended Mix" }, extended).status).toBe("found");
  expect(judge({ name: "Night Drive" }, extended)).toMatchObject({
    status: "found",
    summary: "by ISRC, same length",
  });
  expect(judge({ durationMs: 412_000 }).summary).toBe("by ISRC, same mix, 12 s longer");
});

test.each([
  ["another title", { name: "Day Drive" }, "another title: “Day Drive”"],
  ["other artists", { artists: ["Somebody Else"] }, "other artists: Somebody Else"],
  [
    "a remix for the original",
    { name: "Night Drive - Mira Remix" },
    "another mix: “Night Drive - Mira Remix”",
  ],
  ["an edit of a DJ mix", { name: "Night Drive - Mixed" }, "another mix: “Night Drive - Mixed”"],
  [
    "a radio edit",
    { name: "Night Drive - Radio Edit", durationMs: 190_000 },
    "a shorter version: “Night Drive - Radio Edit”, 3:30 shorter",
  ],
  [
    "a short cut that does not say so",
    { durationMs: 190_000 },
    "a shorter version: “Night Drive (feat. Ada Orla)”, 3:30 shorter",
  ],
  [
    "a track without the ISRC",
    { isrc: null },
    "Spotify's “Night Drive (feat. Ada Orla)” does not carry it",
  ],
])("%s under the same ISRC goes to a person", (_, changes, doubt) => {
  const verdict = judge(changes);
  expect(verdict.status).toBe("review");
  expect(verdict.confidence).toBeLessThanOrEqual(0.6);
  expect(verdict.summary).toBe(`same ISRC, but ${doubt}`);
});

test("a stated mix of another length is found and said to be shorter", () => {
  const verdict = judge(
    { name: "Night Drive - Extended Mix", durationMs: 226_000 },
    { mixName: "Extended", lengthMs: 336_000 },
  );
  expect(verdict).toMatchObject({
    status: "found",
    summary: "by ISRC, shorter version (1:50 shorter)",
    evidence: { shorterVersion: true },
  });
});

test("a remix without its remixer's name is read with the credits", () => {
  const track = { mixName: "Remix", remixers: ["Mira Okafor (DE)"] };
  expect(judge({ name: "Night Drive - Mira Okafor Remix" }, track).status).toBe("found");
  expect(judge({ name: "Night Drive - Jonas Remix" }, track).status).toBe("review");
});

test("what cannot be played in the market is unavailable, unless another release can be", () => {
  const locked = hit({ id: "b", playable: false });
  expect(judgeMatch(wanted, [locked]).status).toBe("unavailable");
  expect(
    judgeMatch(wanted, [locked, hit({ album: { ...hit().album, type: "compilation" } })]),
  ).toMatchObject({ status: "found", track: { id: "a" } });
});

test("of several releases the album goes before the compilation, then the earlier one", () => {
  const compilation = hit({
    id: "c",
    album: { name: "Best of", type: "compilation", releaseDate: "2020" },
  });
  const later = hit({ id: "l", album: { name: "LP", type: "album", releaseDate: "2026-12-01" } });
  expect(judgeMatch(wanted, [compilation, later, hit()]).track?.id).toBe("a");
  expect(judgeMatch(wanted, [compilation, later]).track?.id).toBe("l");
});

test("nothing under the ISRC is not found; an answer about another ISRC is nothing", () => {
  expect(judgeMatch(wanted, [])).toMatchObject({ status: "not_found", track: null });
  const verdict = judge({ isrc: "QZDEM2600002" });
  expect(verdict).toMatchObject({ status: "not_found", evidence: { hits: 1, candidate: null } });
  expect(verdict.summary).toBe("Spotify has no track with this ISRC");
  expect(judge({}, { isrc: null }).status).toBe("not_found");
});

const word = fc
  .stringMatching(/^[a-z]{4,9}$/)
  .filter(
    (text) => !/mix|edit|dub|live|take|tool|with|feat|demo|beat|full|album|cover|flip/.test(text),
  );

test("another remixer is never found by itself, whatever else agrees", () => {
  fc.assert(
    fc.property(word, word, word, fc.boolean(), (title, ours, theirs, original) => {
      fc.pre(ours !== theirs);
      const track = {
        ...wanted,
        title,
        mixName: original ? "Original Mix" : `${ours} Remix`,
        remixers: original ? [] : [ours],
      };
      const verdict = judgeMatch(track, [hit({ name: `${title} - ${theirs} Remix` })]);
      expect(verdict.status).toBe("review");
    }),
  );
});

test("the order of the hits and worse hits beside it change nothing", () => {
  const others = fc.constantFrom(
    hit({ id: "x", name: "Other" }),
    hit({ id: "y", name: "Night Drive - Jonas Remix" }),
    hit({ id: "z", playable: false }),
    hit({ id: "w", isrc: "QZDEM2600009" }),
  );
  fc.assert(
    fc.property(fc.array(others, { maxLength: 6 }), fc.nat(6), (worse, at) => {
      const hits = [...worse];
      hits.splice(at, 0, hit());
      expect(judgeMatch(wanted, hits)).toMatchObject({ status: "found", track: { id: "a" } });
      expect(judgeMatch(wanted, [...hits].reverse()).track).toEqual(judgeMatch(wanted, hits).track);
    }),
  );
});
