import { createTraffic, type Traffic } from "./control/traffic";
import { createSpotifyCatalogue, type SpotifyCatalogue } from "./spotify/catalogue";
import { openStore, type Store } from "./state/store";
import { defaultSwitches, type Switches } from "./switches";
import { createWorld, type World } from "./world/world";

export interface Credentials {
  clientId: string;
  clientSecret: string;
}

/** What every route of the sandbox works on. The world is exchanged when a reset asks for another. */
export interface Context {
  world: World;
  spotify: SpotifyCatalogue;
  store: Store;
  switches: Switches;
  traffic: Traffic;
  credentials: Credentials;
  now: () => Date;
  /** What the world was started with. */
  origin: { seed: string; scale: number };
}

export interface ContextOptions {
  seed: string;
  scale: number;
  dataDir: string | null;
  credentials: Credentials;
  now: () => Date;
}

function createWorlds({ seed, scale, now }: { seed: string; scale: number; now: () => Date }) {
  const world = createWorld({ seed, scale });
  return { world, spotify: createSpotifyCatalogue({ world, seed, now }) };
}

export function createContext({ seed, scale, dataDir, credentials, now }: ContextOptions): Context {
  return {
    ...createWorlds({ seed, scale, now }),
    store: openStore(dataDir),
    switches: defaultSwitches(),
    traffic: createTraffic(),
    credentials,
    now,
    origin: { seed, scale },
  };
}

/** Everything as it was at the start; with a seed or a scale, in another world. */
export function resetContext(context: Context, world: { seed?: string; scale?: number }) {
  const { seed, scale } = { ...context.origin, ...world };
  context.store.reset();
  context.traffic.reset();
  Object.assign(context.switches, defaultSwitches());
  Object.assign(context, createWorlds({ seed, scale, now: context.now }));
}
