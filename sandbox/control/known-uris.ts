import type { Context } from "../context";
import { ControlError } from "./bodies";

function exists(context: Context, kind: string, id: string): boolean {
  switch (kind) {
    case "track":
      return context.spotify.track(id) !== null;
    case "album":
      return context.spotify.album(id) !== null;
    case "artist":
      return context.spotify.artist(id) !== null;
    default:
      return context.store.state.spotify.playlists[id] !== undefined;
  }
}

/** Refuses uris of other kinds, and uris that mean nothing in this world. */
export function requireKnown(context: Context, uris: readonly string[], kinds: readonly string[]) {
  for (const uri of uris) {
    const [, kind = "", id = ""] = uri.split(":");
    if (!kinds.includes(kind)) {
      throw new ControlError(400, `uris: "${uri}" is no ${kinds.join(" or ")}.`);
    }
    if (!exists(context, kind, id)) {
      throw new ControlError(400, `uris: "${uri}" is no ${kind} of this world.`);
    }
  }
}
