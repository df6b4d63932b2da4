import type { ReadyCommand } from "./command";

export type CommandLayer = { read: () => ReadyCommand[] };

const layers: CommandLayer[] = [];

/** The newest layer comes first: the board's commands before those of the page around it. */
export function addLayer(layer: CommandLayer): () => void {
  layers.unshift(layer);
  return () => {
    layers.splice(layers.indexOf(layer), 1);
  };
}

export const readCommands = (): ReadyCommand[] => layers.flatMap((layer) => layer.read());
