import type { Day } from "./calendar";
import { flavours } from "./flavours";
import type { Genre } from "./genres";
import { trackIdAt } from "./ids";
import { isrcOf } from "./isrc";
import { type MusicalKey, majorKeys, minorKeys, respelledKeys } from "./keys";
import { drawPresence, hasShortEdit } from "./presence";
import type { Random } from "./random";
import type { Recording } from "./recording";
import type { Artist, Label } from "./roster";
import { freshTitle } from "./titles";
import type { Version } from "./versions";

/** What is counted while a style-week is being recorded. */
export interface Session {
  genre: Genre;
  weekIndex: number;
  recorded: number;
  /** Next free ISRC serial per label. */
  serials: Map<number, number>;
}

/** What the versions of one title have in common. */
export interface Song {
  title: string;
  tempo: number;
  key: MusicalKey;
  fullLengthMs: number;
}

export interface RecordingOrder {
  label: Label;
  artists: readonly Artist[];
  guest: Artist | null;
  releaseId: number;
  publishDay: Day;
  exclusive: boolean;
}

function drawKey(random: Random, minorShare: number): MusicalKey {
  if (random.chance(0.04)) return random.pick(respelledKeys);
  return random.pick(random.chance(minorShare) ? minorKeys : majorKeys);
}

function drawTempo(random: Random, [slowest, fastest]: Genre["bpm"]): number {
  const middling = (random.next() + random.next() + random.next()) / 3;
  return Math.round(slowest + (fastest - slowest) * middling);
}

export function drawSong(random: Random, genre: Genre, heard: Set<string>): Song {
  const flavour = flavours[genre.flavour];
  return {
    title: freshTitle(random, flavour, heard),
    tempo: drawTempo(random, genre.bpm),
    key: drawKey(random, flavour.minorShare),
    fullLengthMs: random.int(...flavour.length) * 1_000,
  };
}

function listedBpmOf(random: Random, tempo: number): number | null {
  if (random.chance(0.004)) return null;
  return random.chance(0.008) ? Math.round(tempo / 2) : tempo;
}

function listedNames(random: Random, title: string, version: Version, guest: Artist | null) {
  if (random.chance(0.0012)) return { listedName: "", listedMixName: version.mixName };
  if (version.remixer && random.chance(0.04)) {
    return { listedName: `${title} (${version.mixName})`, listedMixName: "Extended Mix" };
  }
  if (guest && random.chance(0.06)) {
    return { listedName: title, listedMixName: `feat. ${guest.plainName}` };
  }
  const featuring = random.chance(0.8) ? "feat." : "ft.";
  const named = guest ? `${title} ${featuring} ${guest.plainName}` : title;
  return {
    listedName: random.chance(0.045) ? `${named} ` : named,
    listedMixName: version.mixName,
  };
}

function creditedRemixers(random: Random, { remixer }: Version): Artist[] {
  return remixer && random.chance(0.78) ? [remixer] : [];
}

function listedArtists(random: Random, order: RecordingOrder, { remixer }: Version): Artist[] {
  const guests = order.guest ? [order.guest] : [];
  const remixers = remixer && random.chance(0.06) ? [remixer] : [];
  return [...new Set([...order.artists, ...guests, ...remixers])];
}

function takeIsrcs(random: Random, session: Session, label: Label, pair: boolean) {
  const serial = session.serials.get(label.index) ?? 0;
  session.serials.set(label.index, serial + (pair ? 2 : 1));
  const shortFirst = pair && random.chance(0.5);
  const isrcAt = (number: number) =>
    isrcOf({
      country: label.country,
      genreIndex: session.genre.index,
      labelIndex: label.index,
      weekIndex: session.weekIndex,
      serial: number,
    });
  return {
    isrc: isrcAt(shortFirst ? serial + 1 : serial),
    shortIsrc: isrcAt(shortFirst ? serial : serial + 1),
  };
}

export function drawRecording(
  random: Random,
  session: Session,
  order: RecordingOrder & { song: Song; version: Version },
): Recording {
  const { genre, weekIndex } = session;
  const { song, version, guest, label } = order;
  const remade = version.kind === "remix";
  const tempo = remade && random.chance(0.6) ? drawTempo(random, genre.bpm) : song.tempo;
  const presence = drawPresence(random, {
    fullLength: version.kind !== "short" && song.fullLengthMs > 240_000,
    exclusive: order.exclusive,
  });
  const slot = session.recorded;
  session.recorded += 1;

  return {
    id: trackIdAt({ genreIndex: genre.index, weekIndex, slot }),
    genreIndex: genre.index,
    weekIndex,
    ...takeIsrcs(random, session, label, hasShortEdit(presence)),
    title: song.title,
    guest,
    version,
    artists: listedArtists(random, order, version),
    creditedRemixers: creditedRemixers(random, version),
    ...listedNames(random, song.title, version, guest),
    tempo,
    listedBpm: listedBpmOf(random, tempo),
    key: remade && random.chance(0.2) ? random.pick(minorKeys) : song.key,
    keyListed: !random.chance(0.004),
    lengthMs: Math.round(song.fullLengthMs * version.lengthFactor) + random.int(0, 999),
    label,
    releaseId: order.releaseId,
    publishDay: order.publishDay,
    subGenre: genre.subGenres.length && random.chance(0.24) ? random.pick(genre.subGenres) : null,
    explicit: random.chance(0.03),
    availability: random.weighted<Recording["availability"]>([
      ["worldwide", 965],
      ["some territories", 25],
      ["restricted", 10],
    ]),
    presence,
  };
}
