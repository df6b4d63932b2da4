import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyState, type State, stateSchema } from "./state";

export type Store = ReturnType<typeof openStore>;

const SAVE_AFTER_MS = 400;

function readState(path: string): State {
  if (!existsSync(path)) return emptyState();
  const text = readFileSync(path, "utf8");
  const state = stateSchema.safeParse(parseJson(text));
  if (state.success) return state.data;
  throw new Error(`The sandbox cannot read ${path}: delete that file, or choose another folder.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The sandbox's memory; with a folder it outlives a restart. */
export function openStore(dataDir: string | null) {
  const path = dataDir ? join(dataDir, "state.json") : null;
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  let timer: NodeJS.Timeout | null = null;

  const store = {
    state: path ? readState(path) : emptyState(),

    /** Writes soon; many changes at once become one write. */
    saveSoon() {
      if (path && !timer) timer = setTimeout(store.save, SAVE_AFTER_MS);
    },

    /** Writes now, whole or not at all. */
    save() {
      if (timer) clearTimeout(timer);
      timer = null;
      if (!path) return;
      writeFileSync(`${path}.new`, JSON.stringify(store.state));
      renameSync(`${path}.new`, path);
    },

    reset() {
      store.state = emptyState();
      store.save();
    },
  };
  return store;
}
