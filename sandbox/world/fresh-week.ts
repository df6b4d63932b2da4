import { addDays, type Day, mondayOf } from "./calendar";
import {
  drawRecording,
  drawSong,
  type RecordingOrder,
  type Session,
  type Song,
} from "./draw-recording";
import { flavours } from "./flavours";
import { type Genre, genres } from "./genres";
import { releaseIdAt } from "./ids";
import { at, type Random, randomFrom } from "./random";
import type { FreshRelease } from "./recording";
import { type Artist, type Label, pickFavouring, type Roster } from "./roster";
import {
  extendedVersion,
  firstVersion,
  originalVersion,
  otherVersion,
  remixVersion,
  shortVersion,
  type Version,
} from "./versions";

/** Friday is release day. Monday to Sunday. */
const weekdays = [
  [0, 7],
  [1, 4],
  [2, 6],
  [3, 9],
  [4, 64],
  [5, 6],
  [6, 4],
] as const;

interface Cut {
  song: Song;
  version: Version;
}

type Form = "single" | "pair" | "ep" | "remixes";

const releaseForms: readonly (readonly [Form, number])[] = [
  ["single", 44],
  ["pair", 8],
  ["ep", 38],
  ["remixes", 10],
];

/** Artists gather around labels: most of a label's releases come from its own few. */
function pickArtist(random: Random, roster: Roster, label: Label): Artist {
  if (random.chance(0.55)) {
    const house = (label.index * 5 + random.int(0, 4)) % roster.artists.length;
    return at(roster.artists, house);
  }
  return pickFavouring(random, roster.artists, 1.3);
}

function drawArtists(random: Random, draw: () => Artist): Artist[] {
  const count = random.weighted([
    [1, 72],
    [2, 23],
    [3, 5],
  ]);
  return [...new Set(Array.from({ length: count }, draw))];
}

function drawUnlike(artists: readonly Artist[], draw: () => Artist): Artist {
  const drawn = draw();
  return artists.includes(drawn) ? drawUnlike(artists, draw) : drawn;
}

function drawCuts(
  random: Random,
  context: { genre: Genre; heard: Set<string>; draw: () => Artist },
): Cut[] {
  const flavour = flavours[context.genre.flavour];
  const newSong = () => drawSong(random, context.genre, context.heard);
  const first = (song: Song): Cut => ({ song, version: firstVersion(random, flavour) });
  const remix = (song: Song): Cut => ({ song, version: remixVersion(random, context.draw()) });
  const lead = newSong();

  switch (random.weighted(releaseForms)) {
    case "single":
      return [random.chance(0.04) ? { song: lead, version: otherVersion(random) } : first(lead)];
    case "pair":
      return [
        { song: lead, version: random.chance(0.5) ? originalVersion(random) : shortVersion },
        { song: lead, version: extendedVersion(random) },
      ];
    case "ep": {
      const cuts = [lead, ...Array.from({ length: random.int(1, 3) }, newSong)].map(first);
      if (random.chance(0.18)) cuts.push(remix(lead));
      if (random.chance(0.12)) cuts.push({ song: lead, version: otherVersion(random) });
      return cuts;
    }
    case "remixes": {
      const remixes = Array.from({ length: random.int(1, 4) }, () => remix(lead));
      return random.chance(0.75) ? [first(lead), ...remixes] : remixes;
    }
  }
}

function releaseName(random: Random, cuts: readonly Cut[]): string {
  const lead = at(cuts, 0).song.title;
  const onlyRemixes = cuts.every(({ version }) => version.kind === "remix");
  if (onlyRemixes && cuts.length > 1) return `${lead} (Remixes)`;
  return cuts.length > 2 && random.chance(0.6) ? `${lead} EP` : lead;
}

function preOrderDayOf(random: Random, publishDay: Day): Day | null {
  return random.chance(0.35) ? addDays(publishDay, -random.pick([7, 14, 14, 21])) : null;
}

/** The releases of a style-week that bring new recordings: the same whenever it is asked. */
export function drawFreshWeek(
  place: { seed: string; genreIndex: number; weekIndex: number },
  roster: Roster,
  size: number,
): FreshRelease[] {
  const { seed, genreIndex, weekIndex } = place;
  const genre = at(genres, genreIndex);
  const random = randomFrom(seed, "week", genre.id, weekIndex);
  const heard = new Set<string>();
  const session: Session = { genre, weekIndex, recorded: 0, serials: new Map() };
  const releases: FreshRelease[] = [];

  while (session.recorded < size) {
    const label = pickFavouring(random, roster.labels, 1.7);
    const draw = () => pickArtist(random, roster, label);
    const artists = drawArtists(random, draw);
    const drawOther = () => drawUnlike(artists, draw);
    const cuts = drawCuts(random, { genre, heard, draw: drawOther }).slice(
      0,
      size - session.recorded,
    );
    const publishDay = addDays(mondayOf(weekIndex), random.weighted(weekdays));
    const order: RecordingOrder = {
      label,
      artists,
      guest: random.chance(0.045) ? drawOther() : null,
      releaseId: releaseIdAt({ genreIndex, weekIndex, slot: releases.length }),
      publishDay,
      exclusive: random.chance(0.05),
    };
    releases.push({
      id: order.releaseId,
      name: releaseName(random, cuts),
      label,
      artists,
      catalogNumber: `${label.catalogPrefix}${String((weekIndex * 3 + releases.length) % 1000).padStart(3, "0")}`,
      publishDay,
      preOrderDay: preOrderDayOf(random, publishDay),
      exclusive: order.exclusive,
      recordings: cuts.map((cut) => drawRecording(random, session, { ...order, ...cut })),
    });
  }
  return releases;
}
