import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";
import { everyTrack, type RuleDefinition } from "@/lib/rules/rule-schema";
import type {
  RuleSetOpened,
  RuleSetResult,
  RuleSetTrack,
  SourceOffer,
} from "@/lib/rules/rule-set-view";
import { RuleEditor } from "../rule-editor";

const SET = "3f0b6f0e-0000-4000-8000-000000000001";
export const noResult: RuleSetResult = {
  ...{ count: 0, total: 9, asOf: "2026-11-21T10:00:00Z", tracks: [], kinds: {} },
  said: { pin: { tracks: [], more: 0 }, exclude: { tracks: [], more: 0 } },
};
const provider = "spotify";
const sources: SourceOffer[] = [
  { id: "s1", name: "Liked (Liked, Spotify)", asOf: null, wish: { kind: "liked", provider } },
  {
    ...{ id: "s2", name: "Crate (Playlist, Spotify)", asOf: "2026-11-19T10:00:00Z" },
    wish: { kind: "playlist", provider, subject: "crate" },
  },
];

export const listed = (title: string): RuleSetTrack => ({
  ...{ recordingKey: `name:${title}`, title, mixName: null, artists: ["Âme"], label: null },
  ...{ spotifyUri: null, bpm: 128, key: "8A", lengthS: 300, releasedOn: null },
});

/** A rule that asks for a tempo. */
export const fast = (bpm: number): RuleDefinition => ({
  ...everyTrack,
  where: { all: [{ field: "bpm", op: "gte", value: bpm }] },
});

const stays = () => undefined;
const router = {
  ...{ back: stays, forward: stays, push: stays, replace: stays, refresh: stays, prefetch: stays },
  bfcacheId: "",
};

/** Part of a page of the rules. */
export function open(part: ReactNode) {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AppRouterContext value={router}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </AppRouterContext>
  );
  return render(part, { wrapper });
}

/** A rule set that asks for a tempo and fills no playlist. */
export const opened: RuleSetOpened = {
  ...{ id: SET, name: "Fast", version: 1, definition: fast(120), target: null, problem: null },
  ...{ scheduleHours: null, automatic: false, removalThreshold: 0, nextRunAt: null },
};

/** The editor of a rule set as a page shows it. */
export function openEditor({
  first = noResult,
  ...changed
}: Partial<RuleSetOpened> & { first?: RuleSetResult } = {}) {
  const ruleSet = { ...opened, ...changed };
  const page = { ruleSet, first, sources, playlists: [], timeZone: "UTC" };
  return open(<RuleEditor {...page} />);
}
