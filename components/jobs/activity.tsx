"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActivityPage, JobView } from "@/lib/jobs/job-view";
import { ActivityEmpty } from "./activity-empty";
import { ActivityFilters } from "./activity-filters";
import { ActivityGrid } from "./activity-grid";
import { type ActivityView, isFiltered, writeView } from "./activity-view";
import { JobPanel } from "./job-panel";
import { activityQuery } from "./jobs-query";
import { noteLook } from "./last-look";
import { StopDialog } from "./stop-dialog";
import { useActivityCommands } from "./use-activity-commands";
import { useActivityView } from "./use-activity-view";
import { useJobActions } from "./use-job-actions";

type Props = { search: string; first: ActivityPage };

/** Every job a person may see, live; one of them opened beside the list. */
export function Activity({ search, first }: Props) {
  const [view, changeView] = useActivityView(search);
  const { data, error } = useActivity(view, { search, first });
  const { jobs, counts, older } = data;
  const [focusedId, focus] = useState<string | null>(view.job);
  const [stopping, setStopping] = useState<JobView | null>(null);
  const acts = useJobActions();
  const refs = {
    scope: useRef<HTMLDivElement>(null),
    list: useRef<HTMLDivElement>(null),
    field: useRef<HTMLInputElement>(null),
  };
  const focused = jobs.find(({ id }) => id === focusedId) ?? jobs[0] ?? null;
  const { focusList } = useActivityCommands({
    refs,
    jobs,
    focused,
    focus,
    openedId: view.job,
    onOpen: (job) => changeView({ job }),
    onRetry: acts.retry,
    onStop: setStopping,
  });

  return (
    <div ref={refs.scope} className="flex min-h-0 flex-1 flex-col">
      <ActivityFilters
        view={view}
        counts={counts}
        field={refs.field}
        onChange={changeView}
        onLeave={focusList}
      />
      <div
        className={clsx(
          "relative grid min-h-0 flex-1",
          view.job && "xl:grid-cols-[minmax(0,1fr)_26rem]",
        )}
      >
        <div className={clsx("min-h-0 overflow-y-auto pb-6", view.job && "phone:hidden")}>
          {error && (
            <div className="p-4">
              <Notice>{error.message} What is listed may be old.</Notice>
            </div>
          )}
          {jobs.length > 0 ? (
            <ActivityGrid
              list={refs.list}
              jobs={jobs}
              focusedId={focused?.id ?? null}
              openedId={view.job}
              onFocus={({ id }) => focus(id)}
              onPoint={({ id }) => {
                focus(id);
                changeView({ job: id === view.job ? null : id });
              }}
            />
          ) : (
            <div className="px-5">
              <ActivityEmpty
                filtered={isFiltered(view)}
                inHistory={view.before !== null}
                onClear={() => changeView({ state: null, kind: null, text: "", before: null })}
              />
            </div>
          )}
          <Pages before={view.before} older={older} onChange={changeView} />
        </div>
        {view.job && (
          <JobPanel
            key={view.job}
            id={view.job}
            onClose={() => {
              changeView({ job: null });
              focusList();
            }}
            onRetry={acts.retry}
            onStop={setStopping}
          />
        )}
      </div>
      {stopping && (
        <StopDialog
          job={stopping}
          onStop={() => acts.stop(stopping)}
          onClose={() => setStopping(null)}
        />
      )}
    </div>
  );
}

/** What the server sent is the first answer to what was asked in the address. */
function useActivity(view: ActivityView, { search, first }: Props) {
  const asked = useRef({ search, first });
  const isFirst = writeView({ ...view, job: null }) === listSearch(asked.current.search);
  const { data = first, error } = useQuery({
    ...activityQuery(view),
    initialData: isFirst ? asked.current.first : undefined,
  });
  useEffect(() => {
    if (data) noteLook(new Date());
  }, [data]);
  return { data, error };
}

function listSearch(search: string) {
  const params = new URLSearchParams(search);
  params.delete("job");
  return params.toString();
}

type PagesProps = {
  before: string | null;
  older: string | null;
  onChange: (change: Partial<ActivityView>) => void;
};

function Pages({ before, older, onChange }: PagesProps) {
  if (!before && !older) return null;
  return (
    <nav aria-label="History" className="flex gap-2 px-5 pt-4">
      {before && <Button onClick={() => onChange({ before: null })}>Back to now</Button>}
      {older && <Button onClick={() => onChange({ before: older })}>Older</Button>}
    </nav>
  );
}
