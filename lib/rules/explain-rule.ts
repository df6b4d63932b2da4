import type { Moment } from "./day-range";
import { compileNode } from "./evaluate-rule";
import type { FieldId } from "./field";
import type { OverrideKind, RuleOverride } from "./override";
import { childPath, isGroup, openGroup } from "./rule-node";
import type { RuleDefinition, RuleNode } from "./rule-schema";
import { conditionWords, foundWords, groupWords } from "./rule-words";
import type { RuleTrack } from "./track-facts";

/** A row or a group of a rule, and what became of it with one track. */
export type Explained = { path: string; held: boolean; words: string } & (
  | { kind: "condition"; field: FieldId; found: string }
  | { kind: "group"; parts: Explained[] }
);

/** Limits of a rule, in the order in which they leave tracks out. */
export const limitKinds = ["perArtist", "perLabel", "limit"] as const;
export type LimitKind = (typeof limitKinds)[number];

/** Why a rule asks for a track or not. What the limits then leave out, only the whole list tells. */
export type Explanation = {
  held: boolean;
  /** What a person said about the track, which wins over all else. */
  override: OverrideKind | null;
  sources: { held: boolean; found: string } | null;
  where: Explained;
};

function explainNode(node: RuleNode, path: string, track: RuleTrack, at: Moment): Explained {
  const held = compileNode(node, at)(track);
  if (!isGroup(node)) {
    const found = foundWords(node.field, track, at.timeZone);
    return { kind: "condition", path, held, words: conditionWords(node), field: node.field, found };
  }
  const { kind, nodes } = openGroup(node);
  const parts = nodes.map((child, index) =>
    explainNode(child, childPath(path, kind, index), track, at),
  );
  return { kind: "group", path, held, words: groupWords[kind], parts };
}

export function explainRule(
  { where, sources }: Pick<RuleDefinition, "where" | "sources">,
  track: RuleTrack,
  { overrides, at }: { overrides: readonly RuleOverride[]; at: Moment },
): Explanation {
  const override = overrides.find(({ recordingKey }) => recordingKey === track.recordingKey);
  const rows = explainNode(where, "where", track, at);
  const drawn = sources.length === 0 || track.sources.some((source) => sources.includes(source));
  return {
    held: override ? override.kind === "pin" : rows.held && drawn,
    override: override?.kind ?? null,
    sources:
      sources.length === 0
        ? null
        : { held: drawn, found: foundWords("sourceNames", track, at.timeZone) },
    where: rows,
  };
}
