"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { showOverlay } from "@/components/commands/command-overlay";
import { useCommands } from "@/components/commands/use-commands";
import type { JobView } from "@/lib/jobs/job-view";
import { type ActivityContext, activityCommands } from "./activity-commands";

type Props = {
  refs: {
    scope: RefObject<HTMLDivElement | null>;
    list: RefObject<HTMLDivElement | null>;
    field: RefObject<HTMLInputElement | null>;
  };
  jobs: readonly JobView[];
  focused: JobView | null;
  focus: (id: string) => void;
  openedId: string | null;
  /** Null closes. */
  onOpen: (id: string | null) => void;
  onRetry: (job: JobView) => void;
  onStop: (job: JobView) => void;
};

/** Binds the keys of the list. The focused row is the one they act on; an opened job follows it. */
export function useActivityCommands(props: Props) {
  const { refs, jobs, focused, focus, openedId, onOpen, onRetry, onStop } = props;
  const { scope, list, field } = refs;
  const focusedId = focused?.id ?? null;
  const focusList = () => focusRow(list.current);

  const isAlive = useRef(false);
  useLayoutEffect(() => {
    const active = document.activeElement;
    const chosen = isAlive.current ? null : rowIdOf(active);
    isAlive.current = true;
    // a row that was chosen before the page came alive stays chosen
    if (chosen && chosen !== focusedId) return focus(chosen);
    const isFree = !active || active === document.body || list.current?.contains(active);
    if (focusedId !== null && isFree) focusRow(list.current);
  }, [list, focusedId, focus]);

  useCommands<ActivityContext>(scope, activityCommands, {
    hasFocus: focused !== null,
    hasOpened: openedId !== null,
    canRetry: focused?.canRetry ?? false,
    canCancel: focused?.canCancel ?? false,
    step: (rows) => {
      const index = jobs.findIndex(({ id }) => id === focusedId) + rows;
      const next = jobs[Math.max(0, Math.min(jobs.length - 1, index))];
      if (!next) return;
      focus(next.id);
      if (openedId !== null) onOpen(next.id);
      focusList();
    },
    open: () => focused && onOpen(focused.id),
    close: () => {
      onOpen(null);
      focusList();
    },
    retry: () => focused && onRetry(focused),
    askToStop: () => focused && onStop(focused),
    filter: () => field.current?.select(),
    showHelp: () => showOverlay("help"),
  });

  return { focusList };
}

const rowIdOf = (element: Element | null) =>
  element?.closest("[role='grid'] [data-id]")?.getAttribute("data-id") ?? null;

const focusRow = (list: HTMLElement | null) =>
  list?.querySelector<HTMLElement>("[data-focused='true']")?.focus();
