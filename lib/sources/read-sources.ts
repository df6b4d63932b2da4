import "server-only";
import type { Db } from "@/db/handle";
import { listNewestJobs, type Viewer } from "@/db/queries/jobs-list";
import { listSources, type StoredSource } from "@/db/queries/sources";
import { listOfferedLists, type OfferedList } from "@/db/queries/sources-offers";
import { enrichersInUse } from "@/lib/enrichment/enrichers-in-use";
import { readFactsState } from "@/lib/enrichment/refresh-facts";
import type { JobKind } from "@/lib/jobs/status";
import { listName } from "./source-name";
import type { SourcesView, SourceView } from "./source-view";
import { wishOf } from "./source-wish";

const kinds = ["source", "enrichment", "facts", "classification"] as const satisfies JobKind[];

/** Every list that a person can gather from, how far each is, and how up to date their facts are. */
export async function readSources(db: Db, viewer: Viewer): Promise<SourcesView> {
  const own = { userId: viewer.id };
  const [lists, stored] = await Promise.all([listOfferedLists(db, own), listSources(db, own)]);
  const subjectIds = [viewer.id, ...stored.map(({ id }) => id)];
  const [jobs, state] = await Promise.all([
    listNewestJobs(db, { kinds, subjectIds, viewer }),
    readFactsState(db, own),
  ]);
  const jobOf = (kind: (typeof kinds)[number], subjectId: string | undefined) =>
    jobs.find((job) => job.kind === kind && job.subjectId === subjectId) ?? null;

  const storedBy = new Map(stored.map((source) => [keyOf(source), source]));
  const offered = new Set(lists.map(keyOf));
  const gone = stored.filter((source) => !offered.has(keyOf(source)));
  const all = [
    ...lists.map((list) => ({ list, source: storedBy.get(keyOf(list)) ?? null })),
    ...gone.map((source) => ({ list: { ...source, isReadable: false }, source })),
  ];
  const sources = all.map(({ list, source }) => ({
    ...viewOf(list, source),
    fetching: jobOf("source", source?.id),
    enriching: jobOf("enrichment", source?.id),
  }));
  return {
    sources,
    enrichers: enrichersInUse().map(({ source }) => source),
    facts: {
      ...state,
      gathering: jobOf("facts", viewer.id),
      classifying: jobOf("classification", viewer.id),
    },
  };
}

const keyOf = ({ kind, provider, subject }: Pick<OfferedList, "kind" | "provider" | "subject">) =>
  [kind, provider ?? "", subject].join(" ");

type Described = Omit<SourceView, "fetching" | "enriching">;

function viewOf(list: OfferedList, source: StoredSource | null): Described {
  const { kind, name, provider, isReadable } = list;
  return {
    key: keyOf(list),
    kind,
    name: listName(name),
    provider,
    wish: wishOf(list),
    isOffered: isReadable,
    stored: source && {
      id: source.id,
      status: source.status,
      fetchedAt: source.fetchedAt?.toISOString() ?? null,
      total: source.total,
      enrichedAt: source.enrichedAt?.toISOString() ?? null,
    },
  };
}
