import { providerName } from "@/lib/connections/provider";
import type { PartView, RunView, SyncView } from "@/lib/library/library-view";
import type { SyncStatus, SyncTrigger } from "@/lib/library/part";

export const isOpenSync = (status: SyncStatus) =>
  status === "pending" || status === "running" || status === "waiting";

export const triggerWords: Record<SyncTrigger, string> = {
  connect: "after connecting",
  manual: "by hand",
  schedule: "by itself",
};

export const statusWords: Record<SyncStatus, string> = {
  pending: "In line",
  running: "Reading",
  waiting: "Waiting",
  complete: "Complete",
  partial: "Not all of it",
  failed: "Failed",
  cancelled: "Stopped",
};

export const statusDots: Record<SyncStatus, string> = {
  pending: "border border-ink-3",
  running: "bg-ink animate-pulse",
  waiting: "bg-warning",
  complete: "bg-ok",
  partial: "bg-warning",
  failed: "bg-danger",
  cancelled: "border border-ink-3",
};

const count = new Intl.NumberFormat("en");

/** "412 of 700", or how many there are while nobody knows of how many. */
export function storedWords({ stored, requested }: Pick<PartView, "stored" | "requested">): string {
  if (requested === null) return stored === 0 ? "" : count.format(stored);
  return `${count.format(stored)} of ${count.format(requested)}`;
}

/** 0 to 1; null while nobody knows. */
export function shareRead({ status, stored, requested }: PartView): number | null {
  if (status === "complete") return 1;
  if (requested === null) return status === "running" ? null : 0;
  return requested === 0 ? 0 : Math.min(1, stored / requested);
}

/** "3 new or changed, 1 gone"; empty when all is as it was. */
export function broughtWords({ appended, gone }: Pick<PartView, "appended" | "gone">): string {
  const words: string[] = [];
  if (appended > gone) words.push(`${count.format(appended - gone)} new or changed`);
  if (gone > 0) words.push(`${count.format(gone)} gone`);
  return words.join(", ");
}

/** "0.8 s", "12 s", "3 min 5 s", "2 h 10 min" */
export function durationWords(from: string | null, to: string | null): string {
  if (from === null || to === null) return "";
  const seconds = Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const runTook = ({ startedAt, finishedAt }: RunView) => durationWords(startedAt, finishedAt);

/** How the library stands, in a few words. */
export function syncState({
  provider,
  run,
  connected,
}: Pick<SyncView, "provider" | "run" | "connected">): string {
  if (!run) return connected === "active" ? "Never read" : "Not connected";
  if (run.status === "pending") return "Its turn comes in a moment";
  if (run.status === "running") return "Being read now";
  if (run.status === "waiting") return `${providerName(provider)} asks us to wait`;
  return statusWords[run.status];
}
