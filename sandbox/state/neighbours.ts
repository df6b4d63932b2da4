import { demoUser } from "./demo-users";

/** People who own playlists that the demo users follow; nobody can sign in as them. */
export const neighbours = [
  { id: "tuva.skog", displayName: "Tuva Skog" },
  { id: "renzo.almeira", displayName: "Renzo Almeira" },
  { id: "kaja.morenko", displayName: "Kaja Morenko" },
  { id: "thabo.adufemi", displayName: "Thabo Adufemi" },
] as const;

/** Null for a user without a name. */
export const displayNameOf = (userId: string): string | null =>
  demoUser(userId)?.displayName ?? neighbours.find(({ id }) => id === userId)?.displayName ?? null;
