"use client";

import { type RefObject, useState } from "react";
import type { RuleDefinition } from "@/lib/rules/rule-schema";
import type { RuleSetOpened, RuleSetResult, SourceOffer } from "@/lib/rules/rule-set-view";
import { OverlapPanel } from "./overlap-panel";
import { type PlaylistOffer, PlaylistPanel } from "./playlist-panel";
import { ResultPanel } from "./result-panel";
import type { AskedRule } from "./rules-query";
import { VersionsPanel } from "./versions-panel";

const sides = [
  { id: "result", name: "Result" },
  { id: "playlist", name: "Playlist" },
  { id: "versions", name: "Versions" },
  { id: "overlap", name: "Overlap" },
] as const;
type Side = (typeof sides)[number]["id"];

export type SavedVersion = { version: number; definition: RuleDefinition };

type Props = {
  ruleSet: RuleSetOpened;
  version: number;
  changed: boolean;
  asked: AskedRule;
  isWhole: boolean;
  first: RuleSetResult;
  isFirst: boolean;
  find: RefObject<HTMLInputElement | null>;
  playlists: readonly PlaylistOffer[];
  sources: readonly SourceOffer[];
  onBringBack: (version: SavedVersion) => void;
};

/** Beside the rules: what they take, the playlist that follows, what they said before. */
export function RuleSide(props: Props) {
  const { ruleSet, version, changed, asked, isWhole, first, isFirst, find, playlists } = props;
  const [side, setSide] = useState<Side>("result");
  return (
    <aside
      aria-label="Result"
      className="flex min-h-0 flex-col border-l max-lg:border-t max-lg:border-l-0"
    >
      <div className="flex gap-x-4 border-b px-4 pt-1.5">
        {sides.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-pressed={side === id}
            onClick={() => setSide(id)}
            className="-mb-px border-b-2 border-transparent py-2 text-ink-2 hover:text-ink aria-pressed:border-ink aria-pressed:text-ink"
          >
            {name}
          </button>
        ))}
      </div>
      {side === "result" && (
        <ResultPanel
          asked={asked}
          isWhole={isWhole}
          ruleSetId={ruleSet.id}
          first={first}
          isFirst={isFirst}
          field={find}
        />
      )}
      {side === "playlist" && (
        <PlaylistPanel
          ruleSet={ruleSet}
          changed={changed}
          version={version}
          playlists={playlists}
        />
      )}
      {side === "versions" && (
        <VersionsPanel
          ruleSetId={ruleSet.id}
          current={version}
          sources={props.sources}
          onBringBack={props.onBringBack}
        />
      )}
      {side === "overlap" && (
        <OverlapPanel ruleSetId={ruleSet.id} version={version} changed={changed} />
      )}
    </aside>
  );
}
