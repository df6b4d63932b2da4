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
  credentials: Credentials;
  now: () => Date;
}

export interface ContextOptions {
  seed: string;
  scale: number;
  dataDir: string | null;
  credentials: Credentials;
  now: () => Date;
}

export function createContext(options: ContextOptions): Context {
  const { now, seed } = options;
  const world = createWorld({ seed, scale: options.scale });
  return {
    world,
    spotify: createSpotifyCatalogue({ world, seed, now }),
    store: openStore(options.dataDir),
    switches: defaultSwitches(),
    credentials: options.credentials,
    now,
  };
}

export function changeWorld(context: Context, { seed, scale }: { seed: string; scale: number }) {
  context.world = createWorld({ seed, scale });
  context.spotify = createSpotifyCatalogue({ world: context.world, seed, now: context.now });
}
