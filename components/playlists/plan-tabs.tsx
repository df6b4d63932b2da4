"use client";

import clsx from "clsx";
import { type PlanShow, planShows } from "@/lib/playlists/plan-lines";
import { showWords } from "./plan-words";

type Props = {
  counts: Record<PlanShow, number>;
  show: PlanShow;
  onShow: (show: PlanShow) => void;
};

const marks: Partial<Record<PlanShow, { text: string; color: string }>> = {
  added: { text: "+", color: "text-ok" },
  removed: { text: "−", color: "text-danger" },
  moved: { text: "~", color: "text-warning" },
};

const count = new Intl.NumberFormat("en");

/** How much of each kind a plan does; pressed, a number shows its rows alone. */
export function PlanTabs({ counts, show, onShow }: Props) {
  return (
    <fieldset className="flex shrink-0 gap-1 overflow-x-auto border-b px-4 py-1.5 phone:px-2.5">
      <legend className="sr-only">Which rows are shown</legend>
      {planShows.map((one) => {
        const isOn = one === show;
        const mark = marks[one];
        return (
          <button
            key={one}
            type="button"
            aria-pressed={isOn}
            disabled={counts[one] === 0 && !isOn}
            onClick={() => onShow(one)}
            className={clsx(
              "flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 text-ink-2 enabled:hover:bg-hover enabled:hover:text-ink disabled:cursor-default",
              isOn && "bg-raised text-ink inset-ring-1 inset-ring-line-strong",
            )}
          >
            {mark && (
              <span aria-hidden="true" className={clsx("font-semibold", mark.color)}>
                {mark.text}
              </span>
            )}
            {showWords[one]}
            <span className="text-ink-3 tabular-nums">{count.format(counts[one])}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
