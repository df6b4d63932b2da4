import { neighbours } from "../state/neighbours";
import type { Playlist, PlaylistRow } from "../state/state";
import { at, type Random, randomFrom } from "../world/random";
import { type Birth, stretchesOf } from "./draw-saved";
import { hashedId } from "./hashed-id";
import { secondOf } from "./month";
import { episodeUri, localUri, lostTrackUri } from "./odd-items";
import { type PlaylistPlan, planPlaylists } from "./playlist-plan";

const moods = ["Peak", "Warm-up", "Closing", "Late", "Sunday", "Train", "Kitchen", "Afterhours"];
const matters = ["Set", "Crate", "Drafts", "Room", "Hours", "Keepers", "Loops", "Weapons"];
/** Lists older than this many rows from the start carry no dates. */
const UNDATED_ROWS = 30;
const DAY_MS = 86_400_000;

function oddUri(random: Random): string | null {
  return random.weighted<() => string | null>([
    [() => null, 955],
    [() => lostTrackUri(random), 12],
    [() => episodeUri(random), 12],
    [() => localUri(random), 14],
  ])();
}

interface Order {
  random: Random;
  plan: PlaylistPlan;
  /** Who may have added a row. */
  owners: readonly string[];
  stretches: ReturnType<typeof stretchesOf>;
  anchor: number;
}

/** Rows from all of the user's time, oldest first, with what goes wrong in real lists. */
function drawRows({ random, plan, owners, stretches, anchor }: Order): PlaylistRow[] {
  const step = stretches.length / Math.max(1, plan.items);
  const rows: PlaylistRow[] = [];
  while (rows.length < plan.items) {
    const { start, finds } = at(stretches, Math.floor((rows.length + random.next() * 0.99) * step));
    const earlier = rows[rows.length - 1 - random.int(0, 20)];
    const again = random.chance(0.015) ? earlier?.uri : undefined;
    const added = start + random.int(0, 27) * DAY_MS + rows.length * 1_000;
    rows.push({
      uri: again ?? oddUri(random) ?? random.pick(finds).uri,
      addedAt: secondOf(Math.min(added, anchor)),
      addedBy: random.pick(owners),
    });
  }
  return rows;
}

const undated = (rows: readonly PlaylistRow[]): PlaylistRow[] =>
  rows.map((row, index) => (index < UNDATED_ROWS ? { ...row, addedAt: null, addedBy: null } : row));

function drawPlaylist(
  birth: Birth & Pick<Order, "stretches">,
  plan: PlaylistPlan,
  index: number,
): Playlist {
  const { userId, taste, anchor, stretches } = birth;
  const random = randomFrom(taste.seed, "playlist", userId, index);
  const neighbour = random.pick(neighbours).id;
  const foreign = plan.kind === "shared" || plan.kind === "followed";
  const ownerId = foreign ? neighbour : userId;
  const collaborative = plan.kind === "shared" || plan.kind === "own-collaborative";
  const owners = collaborative ? [userId, neighbour] : [ownerId];
  const rows = drawRows({ random, plan, owners, stretches, anchor });
  return {
    id: hashedId(random, "37"),
    ownerId,
    name: `${random.pick(moods)} ${random.pick(matters)} ${index + 1}`,
    description: random.chance(0.3) ? "Sorted by feel, not by key." : "",
    public: !collaborative && (foreign || random.chance(0.7)),
    collaborative,
    version: 1 + random.int(1, 60),
    changedAt: anchor - random.int(1, 400) * DAY_MS,
    drawn: true,
    rows: index === 1 ? undated(rows) : rows,
  };
}

/** The playlists of a new library, the longest first. */
export function drawPlaylists(birth: Birth): Playlist[] {
  const stretches = stretchesOf(birth);
  return planPlaylists(birth.taste.seed, birth.userId, birth.spec).map((plan, index) =>
    drawPlaylist({ ...birth, stretches }, plan, index),
  );
}
