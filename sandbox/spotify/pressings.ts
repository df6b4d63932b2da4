import { addDays } from "../world/calendar";
import { flavours } from "../world/flavours";
import { genres } from "../world/genres";
import { at, type Random, randomFrom } from "../world/random";
import type { FreshRelease, Recording } from "../world/recording";
import { type Artist, variousArtists } from "../world/roster";
import { freshTitle } from "../world/titles";
import type { World } from "../world/world";
import type { Ids } from "./ids";
import type { SpotifyAlbum, SpotifyArtist, SpotifyTrack } from "./track";

/** Copies 0 to 2 are the cut on its release, an album and a compilation. */
const SHORT_EDIT = 3;
const STRANGER = 4;

export interface Press {
  world: World;
  ids: Ids;
  seed: string;
}

interface Subject {
  recording: Recording;
  release: FreshRelease;
  random: Random;
}

function writeIsrc(isrc: string, form: Recording["presence"]["isrcForm"]): string | null {
  if (form === "missing") return null;
  if (form === "plain") return isrc;
  const parts = [isrc.slice(0, 2), isrc.slice(2, 5), isrc.slice(5, 7), isrc.slice(7)];
  return parts.join("-").toLowerCase();
}

const artistOf = ({ ids }: Press, { id, plainName }: Artist): SpotifyArtist => ({
  id: ids.encode("artist", id),
  name: plainName,
});

function creditedArtists(press: Press, { recording, random }: Subject): SpotifyArtist[] {
  const remixer = recording.version.remixer;
  const credited = remixer && random.chance(0.6) ? [remixer] : [];
  return [...new Set([...recording.artists, ...credited])].map((artist) => artistOf(press, artist));
}

/** Spotify's habit: "Title (feat. Guest) - Extended Mix". */
function nameOf({ recording, random }: Subject, suffix: string | null): string {
  const { title, guest } = recording;
  const named = guest && random.chance(0.7) ? `${title} (feat. ${guest.plainName})` : title;
  return suffix ? `${named} - ${suffix}` : named;
}

function durationOf({ recording, random }: Subject): number {
  const off = random.weighted([
    [0, 62],
    [1_400, 35],
    [4_500, 3],
  ]);
  return recording.lengthMs + random.int(-off, off);
}

function shortSuffix({ recording, random }: Subject): string | null {
  const { suffix, kind } = recording.version;
  if (kind === "remix" || kind === "other")
    return `${suffix} - ${random.pick(["Edit", "Radio Edit"])}`;
  return random.weighted([
    [null, 5],
    ["Edit", 2],
    ["Radio Edit", 3],
  ]);
}

function releaseAlbum(press: Press, { recording, release }: Subject): SpotifyAlbum {
  const { presence } = recording;
  return {
    id: press.ids.encode("album", release.id),
    type: "single",
    name: release.name,
    artists: release.artists.map((artist) => artistOf(press, artist)),
    totalTracks: release.recordings.length,
    releaseDay: addDays(release.publishDay, presence.delayDays),
    coverOf: release.id,
  };
}

function laterAlbum(press: Press, subject: Subject, copy: 1 | 2): SpotifyAlbum {
  const { recording, release, random } = subject;
  const own = releaseAlbum(press, subject);
  const flavour = flavours[at(genres, recording.genreIndex).flavour];
  return {
    ...own,
    id: press.ids.encode("album", recording.id, copy),
    type: copy === 1 ? "album" : "compilation",
    name: copy === 1 ? freshTitle(random, flavour, new Set()) : `Best of ${release.label.name}`,
    artists: copy === 1 ? own.artists : [artistOf(press, variousArtists)],
    totalTracks: random.int(8, 24),
    releaseDay: addDays(own.releaseDay, copy === 1 ? random.int(7, 40) : random.int(20, 90)),
    coverOf: release.id + copy,
  };
}

function strangerOf(press: Press, { recording, random }: Subject): SpotifyTrack {
  const genreIndex = (recording.genreIndex + random.int(3, 40)) % genres.length;
  const artist = artistOf(press, random.pick(press.world.artists(genreIndex)));
  const name = freshTitle(random, flavours[at(genres, genreIndex).flavour], new Set());
  return {
    id: press.ids.encode("track", recording.id, STRANGER),
    name,
    artists: [artist],
    album: {
      id: press.ids.encode("album", recording.id, STRANGER),
      type: "single",
      name,
      artists: [artist],
      totalTracks: 1,
      releaseDay: addDays(recording.publishDay, -random.int(30, 900)),
      coverOf: recording.releaseId + 5,
    },
    durationMs: random.int(130_000, 330_000),
    isrc: recording.isrc,
    writtenIsrc: recording.isrc,
    explicit: false,
    trackNumber: 1,
    markets: null,
  };
}

/** What Spotify holds of one recording: nothing, its copies, a short edit, a stranger under its ISRC. */
export function pressingsOf(press: Press, recording: Recording, release: FreshRelease) {
  const { presence, isrc, shortIsrc, version } = recording;
  const random = randomFrom(press.seed, "spotify", recording.id);
  const subject: Subject = { recording, release, random };
  const { form } = presence;

  const common = {
    artists: creditedArtists(press, subject),
    explicit: recording.explicit,
    markets: presence.markets,
    trackNumber: release.recordings.indexOf(recording) + 1,
  };
  const codes = (code: string) => ({
    isrc: presence.isrcForm === "missing" ? null : code,
    writtenIsrc: writeIsrc(code, presence.isrcForm),
  });
  const cutName = nameOf(subject, version.suffix);
  const duration = durationOf(subject);

  const cut = (copy: 0 | 1 | 2): SpotifyTrack => ({
    ...common,
    ...codes(form === "swapped" ? shortIsrc : isrc),
    id: press.ids.encode("track", recording.id, copy),
    name: cutName,
    album: copy === 0 ? releaseAlbum(press, subject) : laterAlbum(press, subject, copy),
    durationMs: duration,
  });
  const shortEdit = (): SpotifyTrack => ({
    ...common,
    ...codes(form === "swapped" ? isrc : shortIsrc),
    id: press.ids.encode("track", recording.id, SHORT_EDIT),
    name: nameOf(subject, shortSuffix(subject)),
    album: releaseAlbum(press, subject),
    durationMs: random.int(150_000, 225_000),
  });

  const hasCut = form !== "absent" && form !== "stolen" && form !== "short-only";
  const cuts = hasCut ? ([0, 1, 2] as const).slice(0, presence.copies).map(cut) : [];
  const edits = form === "both" || form === "short-only" || form === "swapped" ? [shortEdit()] : [];
  const strangers = form === "shared" || form === "stolen" ? [strangerOf(press, subject)] : [];
  return [...cuts, ...edits, ...strangers];
}
