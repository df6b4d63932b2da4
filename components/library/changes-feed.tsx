import type { Route } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { PersonalProvider } from "@/lib/connections/provider";
import { usualWish, writeWish } from "@/lib/library/library-address";
import type { ChangedRun, ChangeKind, ChangesPage } from "@/lib/library/library-view";
import { ChangedList } from "./changed-list";
import { runTook, statusWords, triggerWords } from "./sync-words";

type Props = {
  page: ChangesPage;
  provider: PersonalProvider;
  kind: ChangeKind | null;
  /** The address of the changes before these. */
  olderHref: Route | null;
};

/** What came into a library and left it, sync by sync, the newest first. */
export function ChangesFeed({ page, provider, kind, olderHref }: Props) {
  return (
    <>
      <ol className="flex max-w-4xl flex-col gap-8">
        {page.runs.map((run) => (
          <Run key={run.id} run={run} provider={provider} kind={kind} />
        ))}
      </ol>
      {olderHref && (
        <div className="pt-6">
          <Button asChild>
            <Link href={olderHref}>Older</Link>
          </Button>
        </div>
      )}
    </>
  );
}

function Run({ run, provider, kind }: Omit<Props, "page" | "olderHref"> & { run: ChangedRun }) {
  const { id, createdAt, finishedAt, trigger, status, counts, changes, isFirst } = run;
  const shown = counts.filter((count) => (kind ? count[kind] > 0 : true));
  return (
    <li>
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-md font-semibold tracking-tight">
          <LocalTime iso={createdAt} show="moment" />
        </h2>
        <p className="text-xs text-ink-3">
          {isFirst && "The first sync: all of it was new · "}
          Read {triggerWords[trigger]} · {statusWords[status]}
          {finishedAt && ` · ${runTook(run)}`}
        </p>
        {finishedAt && (
          <Link
            href={libraryAt(provider, finishedAt)}
            className="ml-auto rounded-sm text-xs text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink phone:ml-0"
          >
            The library after it
          </Link>
        )}
      </header>
      {shown.map((count) => (
        <ChangedList
          key={count.list}
          provider={provider}
          runId={id}
          count={count}
          kind={kind}
          first={changes.filter(({ list }) => list === count.list)}
        />
      ))}
    </li>
  );
}

const libraryAt = (provider: PersonalProvider, at: string) =>
  `/library?${writeWish({ ...usualWish, provider, at: new Date(at).toISOString() })}` as Route;
