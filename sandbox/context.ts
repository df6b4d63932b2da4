import { type AppleKeySettings, type AppleKeys, createAppleKeys } from "./apple/keys";
import { createTraffic, type Traffic } from "./control/traffic";
import type { LibrarySize } from "./listener/library-size";
import { createListeningDays, type ListeningDays } from "./listener/listening-day";
import { createTaste, type Taste } from "./listener/taste";
import { createSpotifyCatalogue, type SpotifyCatalogue } from "./spotify/catalogue";
import { createIds } from "./spotify/ids";
import { openStore, type Store } from "./state/store";
import { defaultSwitches, type Switches } from "./switches";
import { createWorld, type World } from "./world/world";

export interface Credentials {
  clientId: string;
  clientSecret: string;
}

/** What every route of the sandbox works on. The world is exchanged when a reset asks for another. */
export interface Context {
  /** What the world, the tastes and the days follow from, whatever happens in them. */
  drawnFrom: { seed: string; scale: number };
  world: World;
  spotify: SpotifyCatalogue;
  taste: Taste;
  days: ListeningDays;
  /** Top lists that have been counted, by user, list and day. */
  topLists: Map<string, string[]>;
  store: Store;
  switches: Switches;
  traffic: Traffic;
  credentials: Credentials;
  appleKeys: AppleKeys;
  /** The sandbox's clock: the machine's, and as far ahead as a control has moved it. */
  now: () => Date;
  /** The clock that callers share, for moments they are told to wait for. */
  machineNow: () => Date;
  /** What a demo user's library is drawn as when it is first asked for. */
  library: LibrarySize;
  /** What the sandbox was started with. */
  origin: { seed: string; scale: number; library: LibrarySize };
}

export interface ContextOptions {
  seed: string;
  scale: number;
  dataDir: string | null;
  credentials: Credentials;
  apple: AppleKeySettings;
  library: LibrarySize;
  /** The machine's clock. */
  now: () => Date;
}

function createWorlds({ seed, scale, now }: { seed: string; scale: number; now: () => Date }) {
  const world = createWorld({ seed, scale });
  const taste = createTaste({ world, seed, ids: createIds(seed) });
  return {
    drawnFrom: { seed, scale },
    world,
    spotify: createSpotifyCatalogue({ world, seed, now }),
    taste,
    days: createListeningDays(taste),
  };
}

export function createContext(options: ContextOptions): Context {
  const { seed, scale, dataDir, credentials, library } = options;
  const store = openStore(dataDir);
  const now = () => new Date(options.now().getTime() + store.state.clock.aheadMs);
  return {
    ...createWorlds({ seed, scale, now }),
    topLists: new Map<string, string[]>(),
    store,
    switches: defaultSwitches(),
    traffic: createTraffic(),
    credentials,
    appleKeys: createAppleKeys(options.apple),
    now,
    machineNow: options.now,
    library,
    origin: { seed, scale, library },
  };
}

/** Everything as it was at the start; with a seed or a scale, in another world. */
export function resetContext(context: Context, changes: Partial<Context["origin"]>) {
  const { seed, scale, library } = { ...context.origin, ...changes };
  context.store.reset();
  context.traffic.reset();
  Object.assign(context.switches, defaultSwitches());
  Object.assign(context, { library, topLists: new Map<string, string[]>() });
  const { drawnFrom } = context;
  if (drawnFrom.seed === seed && drawnFrom.scale === scale) return;
  Object.assign(context, createWorlds({ seed, scale, now: context.now }));
}
