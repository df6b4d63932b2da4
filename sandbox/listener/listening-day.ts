import { createCache } from "../world/cache";
import { at, hashOf, type Random, randomFrom } from "../world/random";
import { habitsOf } from "./habits";
import { dayStart, monthOf } from "./month";
import type { Find, Taste } from "./taste";

/** One track that was heard, for however long. */
export interface Play {
  uri: string;
  endedAt: number;
  msPlayed: number;
  /** In a private session: Spotify tells the user's export of it, and nobody else. */
  private: boolean;
}

const HOUR_MS = 3_600_000;
const KEPT_DAYS = 3_000;

/** From the dearest to the last, the first far more often. */
const favouring = (random: Random, finds: readonly Find[], bias: number) =>
  at(finds, Math.floor(finds.length * random.next() ** bias));

/** Mostly this month's and last month's tracks, some of the half year, a few of years ago. */
function pickFind(random: Random, taste: Taste, userId: string, month: number): Find {
  const from = (age: number, bias: number) =>
    favouring(random, taste.month(userId, month - age), bias);
  return random.weighted<() => Find>([
    [() => from(0, 2), 45],
    [() => from(1, 2.5), 22],
    [() => from(random.int(2, 6), 4), 18],
    [() => from(12, 6), 8],
    [() => from((month % 24) + 1, 7), 7],
  ])();
}

function drawMsPlayed(random: Random, lengthMs: number): number {
  return random.weighted<() => number>([
    [() => lengthMs, 78],
    [() => random.int(1_200, 29_000), 10],
    [() => Math.round(lengthMs * (0.15 + random.next() * 0.7)), 12],
  ])();
}

function drawStarts(random: Random, userId: string, dayNumber: number, density: number): number[] {
  const { sessions, hours } = habitsOf(userId);
  const weekend = ((dayNumber + 4) % 7) % 6 === 0;
  const season = 1 + 0.3 * Math.cos((monthOf(dayStart(dayNumber)) % 12) * (Math.PI / 6));
  const away = hashOf("away", userId, Math.floor(dayNumber / 7)) % 11 === 0;
  if (density <= 1 && random.chance(away ? 0.85 : 0.05)) return [];
  const mean = (weekend ? sessions[1] : sessions[0]) * season * density;
  const count = Math.round(mean * (0.5 + random.next()));
  return Array.from(
    { length: count },
    () => random.weighted(hours) * HOUR_MS + random.int(0, HOUR_MS),
  ).toSorted((left, right) => left - right);
}

/** What a user listens to by themselves, day by day; whether they did is for their life to say. */
export function createListeningDays(taste: Taste) {
  function drawDay(userId: string, dayNumber: number, density: number): readonly Play[] {
    const random = randomFrom(taste.seed, "day", userId, dayNumber);
    const midnight = dayStart(dayNumber);
    const plays: Play[] = [];
    let free = 0;
    for (const start of drawStarts(random, userId, dayNumber, density)) {
      const alone = random.chance(0.03);
      let clock = Math.max(start, free);
      for (let left = random.int(3, 14); left > 0; left -= 1) {
        const { uri, recording } = pickFind(random, taste, userId, monthOf(midnight));
        const msPlayed = drawMsPlayed(random, recording.lengthMs);
        clock += msPlayed + random.int(0, 3_000);
        if (clock >= 24 * HOUR_MS) break;
        plays.push({ uri, endedAt: midnight + clock, msPlayed, private: alone });
      }
      free = clock + 60_000;
    }
    return plays;
  }

  const days = createCache(KEPT_DAYS, (key: string) => {
    const [userId = "", dayNumber = ""] = key.split(" ");
    return drawDay(userId, Number(dayNumber), 1);
  });
  return {
    day: (userId: string, dayNumber: number) => days(`${userId} ${dayNumber}`),
    /** A day of more listening than anybody's, for histories of any length. */
    denseDay: (userId: string, dayNumber: number) => drawDay(userId, dayNumber, 30),
  };
}

export type ListeningDays = ReturnType<typeof createListeningDays>;
