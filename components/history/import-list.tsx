"use client";

import Link from "next/link";
import { LocalTime } from "@/components/ui/local-time";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";
import type { ImportStatus } from "@/lib/history/kind";
import type { ImportView } from "@/lib/history/loaders";
import { type Aside, asideWords } from "@/lib/history/read-play";
import { number } from "./history-words";

const statusWords: Record<ImportStatus, string> = {
  uploading: "Being sent",
  pending: "In line",
  running: "Reading",
  complete: "Complete",
  partial: "Read, with gaps",
  failed: "Failed",
  cancelled: "Stopped",
};
const REFRESH_MS = 2_000;

const isAside = (name: string): name is Aside => Object.hasOwn(asideWords, name);
const asides = (setAside: ImportView["setAside"]) =>
  Object.entries(setAside)
    .map(([name, rows]) => `${number(rows)} ${isAside(name) ? asideWords[name] : name}`)
    .join(", ");

/** What was imported lately, and what became of every row. */
export function ImportList({ imports }: { imports: readonly ImportView[] }) {
  const isOpen = imports.some(({ status }) => status === "pending" || status === "running");
  useRefreshEvery(isOpen ? REFRESH_MS : null);
  return (
    <ul className="border-t">
      {imports.map((each) => (
        <li key={each.id} className="border-b py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{each.uploads.map(({ name }) => name).join(", ")}</span>
            <span className="text-xs text-ink-2">{statusWords[each.status]}</span>
            <span className="ml-auto text-xs text-ink-3">
              <LocalTime iso={each.createdAt} show="moment" />
            </span>
          </p>
          <p className="text-xs text-ink-2 tabular-nums">
            {number(each.rowsRead)} rows read: {number(each.added)} plays added,{" "}
            {number(each.alreadyKnown)} known already
            {Object.keys(each.setAside).length > 0 && `; left out: ${asides(each.setAside)}`}.
          </p>
          {each.firstAt && each.lastAt && (
            <p className="text-xs text-ink-3">
              Plays from <LocalTime iso={each.firstAt} show="day" /> to{" "}
              <LocalTime iso={each.lastAt} show="day" />
            </p>
          )}
          {each.problem && <p className="text-xs text-danger">{each.problem}</p>}
          {isOpen && (
            <Link href="/activity" className="text-xs text-ink-2 underline underline-offset-3">
              Watch it in Activity
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
