import { queryOptions } from "@tanstack/react-query";
import type { RuleDefinition } from "@/lib/rules/rule-schema";
import type {
  RuleSetDifference,
  RuleSetOverlap,
  RuleSetResult,
  RuleSetTrack,
  TrackExplained,
} from "@/lib/rules/rule-set-view";
import type { SuggestedField } from "@/lib/rules/suggested-field";

async function read<T>(address: string, request: RequestInit): Promise<T> {
  const response = await fetch(address, request).then((answer) => answer, unanswered);
  if (response.ok) return response.json();
  const { message }: { message?: string } = await response.json();
  throw new Error(message ?? "The rules could not be asked.");
}

function unanswered(): never {
  throw new Error("Clouder did not answer. Look whether you are online.");
}

/** Whoever edits waits for no connection: what cannot be asked says so, and is asked once it can be. */
const atOnce = { retry: false, networkMode: "always", refetchOnReconnect: true } as const;

const ask = <T>(address: string, question: object, signal: AbortSignal) =>
  read<T>(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(question),
    signal,
  });

/** A rule set and what it says while it is edited. */
export type AskedRule = { ruleSetId: string; definition: object };

const GATHERING_MS = 3_000;

export const resultKey = (ruleSetId: string) => ["rules", ruleSetId, "result"];

export const resultQuery = ({ ruleSetId, definition }: AskedRule, offset = 0) =>
  queryOptions({
    queryKey: [...resultKey(ruleSetId), definition, offset],
    queryFn: ({ signal }) =>
      ask<RuleSetResult>(`/api/rules/${ruleSetId}/result`, { definition, offset }, signal),
    // A newcomer's tracks are gathered while the page is open.
    refetchInterval: ({ state }) => state.data?.asOf === null && GATHERING_MS,
    ...atOnce,
  });

export const differenceQuery = ({ ruleSetId, definition }: AskedRule) =>
  queryOptions({
    queryKey: ["rules", ruleSetId, "difference", definition],
    queryFn: ({ signal }) =>
      ask<RuleSetDifference>(`/api/rules/${ruleSetId}/difference`, { definition }, signal),
    gcTime: 0,
    ...atOnce,
  });

export const explanationQuery = ({ ruleSetId, definition }: AskedRule, recordingKey: string) =>
  queryOptions({
    queryKey: ["rules", ruleSetId, "result", "why", definition, recordingKey],
    queryFn: ({ signal }) =>
      ask<TrackExplained>(
        `/api/rules/${ruleSetId}/explanation`,
        { definition, recordingKey },
        signal,
      ),
    placeholderData: (previous) => previous,
    ...atOnce,
  });

type VersionRead = {
  version: number;
  note: string | null;
  createdAt: string;
  definition: RuleDefinition;
};

/** Asked again when there is a newer one. */
export const versionsQuery = (ruleSetId: string, current: number) =>
  queryOptions({
    queryKey: ["rules", ruleSetId, "versions", current],
    queryFn: ({ signal }) => read<VersionRead[]>(`/api/rules/${ruleSetId}/versions`, { signal }),
    placeholderData: (previous) => previous,
  });

export const overlapsQuery = (ruleSetId: string, version: number) =>
  queryOptions({
    queryKey: ["rules", ruleSetId, "overlaps", version],
    queryFn: ({ signal }) =>
      read<{ size: number; overlaps: RuleSetOverlap[] }>(`/api/rules/${ruleSetId}/overlaps`, {
        signal,
      }),
  });

export const sharedTracksQuery = (ruleSetId: string, version: number, otherId: string) =>
  queryOptions({
    queryKey: ["rules", ruleSetId, "overlaps", version, "with", otherId],
    queryFn: ({ signal }) =>
      read<RuleSetTrack[]>(`/api/rules/${ruleSetId}/overlaps?with=${otherId}`, { signal }),
    retry: false,
  });

export const tracksQuery = (text: string) =>
  queryOptions({
    queryKey: ["rules", "tracks", text],
    queryFn: ({ signal }) =>
      read<RuleSetTrack[]>(`/api/rules/tracks?${new URLSearchParams({ q: text })}`, { signal }),
    ...atOnce,
    placeholderData: (previous) => previous,
  });

export const knownTextsQuery = (field: SuggestedField) =>
  queryOptions({
    queryKey: ["rules", "values", field],
    queryFn: ({ signal }) => read<string[]>(`/api/rules/values?field=${field}`, { signal }),
    staleTime: 300_000,
  });
