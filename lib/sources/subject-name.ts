import "server-only";
import type { Db } from "@/db/handle";
import { findCatalogueName, findPlaylistName } from "@/db/queries/sources-subjects";
import type { SourceKind } from "./source";

type Subject = { userId: string; kind: SourceKind; connectionId: string | null; subject: string };

const words = { golden: "Golden, ", silver: "Silver, ", style: "" };

/** What a list is called now; null when it is there no more, or its tracks are not to be had. */
export async function subjectName(
  db: Db,
  { userId, kind, connectionId, subject }: Subject,
): Promise<string | null> {
  switch (kind) {
    case "liked":
      return "Liked tracks";
    case "saved_albums":
      return "Saved albums";
    case "playlist":
      return connectionId && findPlaylistName(db, { userId, connectionId, subject });
    default: {
      const name = await findCatalogueName(db, { userId, kind, subject });
      return name === null ? null : `${words[kind]}${name}`;
    }
  }
}
