import type { Ids } from "../spotify/ids";
import { createCache } from "../world/cache";
import { dayOf, weekIndexOf } from "../world/calendar";
import { genreById } from "../world/genres";
import { type Random, randomFrom } from "../world/random";
import type { FreshRelease, Recording } from "../world/recording";
import type { World } from "../world/world";
import { habitsOf } from "./habits";
import { monthStart } from "./month";

/** A track somebody may play or save: on Spotify in the same cut, and out before the month begins. */
export interface Find {
  uri: string;
  recording: Recording;
  release: FreshRelease;
}

export type Taste = ReturnType<typeof createTaste>;

const FINDS_A_MONTH = 130;
const MOST_WEEKS = 24;
/** Two users with fifteen years each. */
const KEPT_MONTHS = 400;
/** A year into the world: before it, people listen to what its beginning has. */
const FIRST_WEEK = 52;

const onSpotify = ({ presence: { form, delayDays } }: Recording) =>
  delayDays === 0 && (form === "full" || form === "both" || form === "shared");

export const shuffled = <Item>(random: Random, items: readonly Item[]): Item[] =>
  items
    .map((item) => [random.next(), item] as const)
    .toSorted(([left], [right]) => left - right)
    .map(([, item]) => item);

/** What a user likes: a style for each month, and in it the tracks they come back to, dearest first. */
export function createTaste(of: { world: World; seed: string; ids: Ids }) {
  const { world, seed, ids } = of;

  function drawMonth(userId: string, month: number): readonly Find[] {
    const random = randomFrom(seed, "taste", userId, month);
    const genreIndex = genreById(random.weighted(habitsOf(userId).genres))?.index ?? 0;
    const lastWeek = weekIndexOf(dayOf(new Date(monthStart(month)))) - 1;
    const finds: Find[] = [];
    for (let age = 0; age < MOST_WEEKS && finds.length < FINDS_A_MONTH; age += 1) {
      const weekIndex = Math.max(FIRST_WEEK, lastWeek) - age;
      for (const release of world.freshReleases(genreIndex, weekIndex)) {
        for (const recording of release.recordings.filter(onSpotify)) {
          const uri = `spotify:track:${ids.encode("track", recording.id)}`;
          finds.push({ uri, recording, release });
        }
      }
    }
    return shuffled(random, finds);
  }

  const monthOfUser = createCache(KEPT_MONTHS, (key: string) => {
    const [userId = "", month = ""] = key.split(" ");
    return drawMonth(userId, Number(month));
  });
  return {
    seed,
    ids,
    month: (userId: string, month: number) => monthOfUser(`${userId} ${month}`),
  };
}
