"use client";

import clsx from "clsx";
import { CalendarClock, CircleAlert } from "lucide-react";
import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import type { RuleSetListed } from "@/lib/rules/rule-set-view";
import { ImportRuleSet } from "./import-rule-set";
import { NewRuleSet } from "./new-rule-set";

export type TemplateOffer = { id: string; name: string; words: string };

type Props = { sets: readonly RuleSetListed[]; templates: readonly TemplateOffer[] };

const line =
  "flex h-8 items-center gap-2 rounded-md px-2 hover:bg-hover hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink phone:h-11";

/** All my rule sets; on a phone they make room once one is open. */
export function RuleSetList({ sets, templates }: Props) {
  const opened = useSelectedLayoutSegment();
  return (
    <nav
      aria-label="Rule sets"
      className={clsx(
        "flex min-h-0 flex-col overflow-y-auto border-r px-3 py-3 phone:border-r-0 phone:px-2",
        opened && "phone:hidden",
      )}
    >
      <div className="flex flex-col gap-1 pb-2">
        <NewRuleSet templates={templates} />
        <ImportRuleSet />
      </div>
      <ul>
        {sets.map(({ id, name, scheduleHours, problem }) => (
          <li key={id}>
            <Link
              href={`/rules/${id}`}
              aria-current={id === opened ? "page" : undefined}
              className={clsx(line, "text-ink-2")}
            >
              <span className="min-w-0 flex-1 truncate" title={name}>
                {name}
              </span>
              {problem ? (
                <span title={problem} className="text-danger">
                  <CircleAlert aria-hidden="true" />
                  <span className="sr-only">{problem}</span>
                </span>
              ) : (
                scheduleHours !== null && (
                  <span title={`Every ${scheduleHours} h`} className="text-ink-3">
                    <CalendarClock aria-hidden="true" />
                    <span className="sr-only">Runs every {scheduleHours} hours</span>
                  </span>
                )
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
