import { type ActivityState, activityStates, type JobKind, jobKinds } from "@/lib/jobs/status";

/** What of the activity is on screen: it lives in the address, so that it survives a reload. */
export type ActivityView = {
  /** Null shows every state. */
  state: ActivityState | null;
  kind: JobKind | null;
  text: string;
  /** Where in the history the list begins; null for now. */
  before: string | null;
  /** The job that is opened beside the list. */
  job: string | null;
};

export function readView(search: string): ActivityView {
  const params = new URLSearchParams(search);
  const oneOf = <T extends string>(known: readonly T[], name: string) =>
    known.find((value) => value === params.get(name)) ?? null;
  return {
    state: oneOf(activityStates, "state"),
    kind: oneOf(jobKinds, "kind"),
    text: params.get("q") ?? "",
    before: params.get("before"),
    job: params.get("job"),
  };
}

/** The query string of a view without its "?"; empty when everything is as usual. */
export function writeView({ state, kind, text, before, job }: ActivityView): string {
  const params = new URLSearchParams();
  if (state) params.set("state", state);
  if (kind) params.set("kind", kind);
  if (text) params.set("q", text);
  if (before) params.set("before", before);
  if (job) params.set("job", job);
  return params.toString();
}

export const isFiltered = ({ state, kind, text }: ActivityView) =>
  state !== null || kind !== null || text !== "";
