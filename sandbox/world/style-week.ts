import { addDays, type Day, mondayOf } from "./calendar";
import { releaseIdAt, trackIdAt } from "./ids";
import type { Release, StyleWeek, Track } from "./publication";
import { hashOf, type Random, randomFrom } from "./random";
import type { FreshRelease, Recording } from "./recording";
import { type Label, pickFavouring, type Roster, variousArtists } from "./roster";
import type { WeekPlan } from "./week-plan";

export interface WeekOrder {
  seed: string;
  genreIndex: number;
  weekIndex: number;
  plan: WeekPlan;
  roster: Roster;
  /** The first releases of any week of the same genre. */
  freshOf: (weekIndex: number) => readonly FreshRelease[];
}

type Draft = Omit<Release, "id" | "upc" | "tracks" | "genreIndex"> & {
  recordings: readonly Recording[];
};

const series = ["Weapons", "Essentials", "Sessions", "Selected Works", "Anthology", "Collected"];

const recordingsOf = (releases: readonly FreshRelease[]) =>
  releases.flatMap(({ recordings }) => recordings);

function drawSome(random: Random, recordings: readonly Recording[], count: number): Recording[] {
  const rest = [...recordings];
  const drawn: Recording[] = [];
  while (drawn.length < count && rest.length) {
    drawn.push(...rest.splice(random.int(0, rest.length - 1), 1));
  }
  return drawn;
}

function compilationName(random: Random, label: Label, weekIndex: number): string {
  const volume = (weekIndex % 40) + 1;
  return random.weighted([
    [`${label.name} ${random.pick(series)} Vol. ${volume}`, 5],
    [`Best of ${label.name}`, 2],
    [`${label.name} Sampler ${volume}`, 2],
    [`${random.int(5, 15)} Years of ${label.name}`, 1],
  ]);
}

/** The releases that sell a recording again, which the fresh part of the week knows nothing of. */
function drawAgain(order: WeekOrder): Draft[] {
  const { plan, weekIndex, roster } = order;
  const random = randomFrom(order.seed, "again", order.genreIndex, weekIndex);
  const ago = (nearest: number, farthest: number) =>
    recordingsOf(order.freshOf(Math.max(0, weekIndex - random.int(nearest, farthest))));
  const day = () => addDays(mondayOf(weekIndex), random.pick([0, 2, 3, 4, 4, 4, 4, 4]));
  const base = { preOrderDay: null, exclusive: false };
  const taken = new Set<number>();
  const untaken = (recordings: readonly Recording[], count: number) => {
    const drawn = drawSome(
      random,
      recordings.filter(({ id }) => !taken.has(id)),
      count,
    );
    for (const { id } of drawn) taken.add(id);
    return drawn;
  };

  const compilations = plan.compilations.map((size): Draft => {
    const label = pickFavouring(random, roster.labels, 1.2);
    const sources = [...ago(16, 80), ...ago(60, 320)];
    return {
      ...base,
      kind: "compilation",
      name: compilationName(random, label, weekIndex),
      label,
      artists: [variousArtists],
      catalogNumber: `${label.catalogPrefix}COMP${(weekIndex % 90) + 1}`,
      publishDay: day(),
      recordings: untaken(sources, size),
    };
  });

  const single = (
    kind: "repeat" | "reissue" | "double",
    recording: Recording,
    publishDay: Day,
  ) => ({
    ...base,
    kind,
    name: kind === "double" ? `${recording.label.name} Sampler` : recording.title,
    label: recording.label,
    artists: kind === "double" ? [variousArtists] : recording.artists,
    catalogNumber: `${recording.label.catalogPrefix}${kind.charAt(0).toUpperCase()}${weekIndex % 1000}`,
    publishDay,
    recordings: [recording],
  });
  const repeats = untaken([...ago(1, 4), ...ago(5, 10)], plan.repeats);
  const reissues = untaken(ago(60, 420), plan.reissues);
  const doubles = untaken(recordingsOf(order.freshOf(weekIndex)), plan.doubles);

  return [
    ...compilations,
    ...repeats.map((recording) => single("repeat", recording, day())),
    ...reissues.map((recording) => single("reissue", recording, day())),
    ...doubles.map((recording) => single("double", recording, recording.publishDay)),
  ];
}

const upcOf = (releaseId: number) =>
  `4${String(hashOf("upc", releaseId)).padStart(10, "0").slice(-10)}${String(releaseId % 100).padStart(2, "0")}`;

export function drawStyleWeek(order: WeekOrder): StyleWeek {
  const { genreIndex, weekIndex } = order;
  const fresh = order.freshOf(weekIndex).map((release): Draft => ({ ...release, kind: "release" }));
  const tracks: Track[] = [];

  const releases = [...fresh, ...drawAgain(order)].map(({ recordings, ...draft }, slot) => {
    const id = releaseIdAt({ genreIndex, weekIndex, slot });
    const onSale: Track[] = [];
    const release: Release = { ...draft, id, genreIndex, upc: upcOf(id), tracks: onSale };
    for (const recording of recordings) {
      onSale.push({
        id: trackIdAt({ genreIndex, weekIndex, slot: tracks.length + onSale.length }),
        recording,
        release,
        position: onSale.length + 1,
        newReleaseDay: recording.publishDay,
      });
    }
    tracks.push(...onSale);
    return release;
  });
  return { releases, tracks };
}
