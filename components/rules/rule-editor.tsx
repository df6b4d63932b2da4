"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useRef, useState } from "react";
import { showOverlay } from "@/components/commands/command-overlay";
import { KeyCap } from "@/components/commands/key-cap";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";
import { tell } from "@/components/ui/toast";
import { type RuleProblem, readRule } from "@/lib/rules/read-rule";
import { sortFields } from "@/lib/rules/rule-schema";
import type { RuleSetOpened, RuleSetResult, SourceOffer } from "@/lib/rules/rule-set-view";
import { ConditionGrid } from "./condition-grid";
import { draftOf, idsByPath, type RawRule, rawOf } from "./draft-rule";
import { EarlierDraft } from "./earlier-draft";
import { forgetDraft, type KeptDraft } from "./kept-drafts";
import type { PlaylistOffer } from "./playlist-panel";
import {
  type RuleSetContext,
  ruleSetCommands,
  type SaveContext,
  saveCommands,
  type UndoContext,
  undoCommands,
} from "./rule-commands";
import { RuleOptions } from "./rule-options";
import { RuleSide } from "./rule-side";
import { SaveDialog } from "./save-dialog";
import { useDraft } from "./use-draft";
import { useKeptRule } from "./use-kept-rule";
import { useRowActs } from "./use-row-acts";
import { useSettled } from "./use-settled";

const SETTLES_MS = 120;

type Props = {
  ruleSet: RuleSetOpened;
  first: RuleSetResult;
  playlists: readonly PlaylistOffer[];
  sources: readonly SourceOffer[];
  /** In whose days the rules are asked. */
  timeZone: string;
};

/** A rule set to be changed, with what it takes beside it at every moment. */
export function RuleEditor({ ruleSet, first, playlists, sources, timeZone }: Props) {
  const [base, setBase] = useState({ version: ruleSet.version, definition: ruleSet.definition });
  const [saving, setSaving] = useState<{ note: string | null } | null>(null);
  const [earlier, setEarlier] = useState<readonly KeptDraft[]>([]);
  const editor = useDraft(ruleSet.definition);
  const refs = {
    scope: useRef<HTMLDivElement>(null),
    rules: useRef<HTMLElement>(null),
    grid: useRef<HTMLTableElement>(null),
    find: useRef<HTMLInputElement>(null),
  };
  const { acts, focusedId, focus } = useRowActs(refs.grid, editor);

  const raw = rawOf(editor.draft);
  const read = readRule(raw);
  const text = read.ok ? JSON.stringify(read.definition) : null;
  const changed = text !== canonical(base.definition);
  const [whole, setWhole] = useState(() => canonical(ruleSet.definition));
  if (text !== null && text !== whole) setWhole(text);
  const settled = useSettled(whole, SETTLES_MS);
  const asked = { ruleSetId: ruleSet.id, definition: JSON.parse(settled) as object };
  const { keep } = useKeptRule({
    ruleSetId: ruleSet.id,
    version: base.version,
    unsaved: changed ? raw : null,
    onFound: (kept) => {
      editor.edit(draftOf(kept));
      tell("Your changes that were not saved are back.");
    },
    onEarlier: (found) => {
      const isSaved = ({ rule }: KeptDraft) => canonical(rule) === canonical(base.definition);
      for (const { name } of found.filter(isSaved)) forgetDraft(name);
      setEarlier(found.filter((kept) => !isSaved(kept)));
    },
  });
  const asks = earlier[0];
  const decide = ({ name }: KeptDraft, rule: RawRule | null) => {
    if (rule) editor.edit(draftOf(rule));
    forgetDraft(name);
    setEarlier(earlier.slice(1));
    // The buttons go with the question.
    if (earlier.length === 1) refs.grid.current?.querySelector<HTMLElement>("[data-row]")?.focus();
  };

  const ids = idsByPath(editor.draft);
  const problems = new Map<string, string>();
  const others: RuleProblem[] = [];
  for (const problem of read.ok ? [] : read.problems) {
    const id = ids.get(problem.path);
    if (id) problems.set(id, problem.message);
    else others.push(problem);
  }
  const canSave = changed && read.ok;

  useCommands<UndoContext>(refs.rules, undoCommands, editor);
  useCommands<RuleSetContext>(refs.scope, ruleSetCommands, {
    find: () => refs.find.current?.focus(),
    showHelp: () => showOverlay("help"),
  });
  useCommands<SaveContext>("page", saveCommands, {
    canSave,
    save: () => setSaving((open) => open ?? { note: null }),
  });

  return (
    <div
      ref={refs.scope}
      className="grid min-h-0 min-w-0 grid-rows-[minmax(0,1fr)] overflow-hidden lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_27rem] max-lg:block max-lg:overflow-y-auto"
    >
      <section ref={refs.rules} aria-label="The rules" className="flex min-h-0 min-w-0 flex-col">
        <div className="flex min-h-[45px] flex-wrap items-center gap-2 border-b px-4 py-1.5">
          <span aria-live="polite" className="text-xs text-ink-3">
            {stateWords({
              changed,
              wrong: wrongWords(problems.size, read.ok),
              version: base.version,
            })}
          </span>
          <span className="ml-auto flex items-center gap-1">
            <Button
              look="quiet"
              size="icon-sm"
              aria-label="Undo"
              disabled={!editor.canUndo}
              onClick={editor.undo}
            >
              <Undo2 aria-hidden="true" />
            </Button>
            <Button
              look="quiet"
              size="icon-sm"
              aria-label="Redo"
              disabled={!editor.canRedo}
              onClick={editor.redo}
            >
              <Redo2 aria-hidden="true" />
            </Button>
            <Button
              size="sm"
              look="primary"
              disabled={!canSave}
              onClick={() => setSaving({ note: null })}
              className="ml-1"
            >
              Save
              <KeyCap chord="mod+s" look="inverse" className="phone:hidden" />
            </Button>
          </span>
        </div>
        {asks && (
          <EarlierDraft
            kept={asks}
            version={base.version}
            onDecide={(rule) => decide(asks, rule)}
          />
        )}
        <div className="min-h-0 flex-1 overflow-y-auto px-1 py-3 max-lg:overflow-visible">
          <ConditionGrid
            grid={refs.grid}
            editor={editor}
            acts={acts}
            focusedId={focusedId}
            problems={problems}
            timeZone={timeZone}
            onFocus={focus}
          />
          <div className="pt-4">
            <RuleOptions
              editor={editor}
              sortFields={sortFields}
              sources={sources}
              problems={others}
            />
          </div>
        </div>
      </section>
      <RuleSide
        ruleSet={ruleSet}
        version={base.version}
        changed={changed}
        asked={asked}
        isWhole={read.ok}
        first={first}
        isFirst={settled === canonical(ruleSet.definition)}
        find={refs.find}
        playlists={playlists}
        sources={sources}
        onBringBack={({ version, definition }) => {
          editor.edit(draftOf(definition));
          if (canonical(definition) === canonical(base.definition)) {
            tell(`Version ${version} says the same as version ${base.version}, which is saved.`);
          } else setSaving({ note: `As in version ${version}` });
        }}
      />
      {saving && read.ok && (
        <SaveDialog
          asked={{ ruleSetId: ruleSet.id, definition: read.definition }}
          definition={read.definition}
          basedOn={base.version}
          note={saving.note}
          onSaved={setBase}
          onOpenNewer={() => {
            keep();
            window.location.reload();
          }}
          onClose={() => setSaving(null)}
        />
      )}
    </div>
  );
}

/** As text in one order of properties, to be compared. */
function canonical(definition: RawRule): string {
  const read = readRule(definition);
  return JSON.stringify(read.ok ? read.definition : definition);
}

function wrongWords(rows: number, isWhole: boolean): string | null {
  if (rows > 0) return "a row is not finished";
  return isWhole ? null : "something is to be put right";
}

function stateWords({
  changed,
  wrong,
  version,
}: {
  changed: boolean;
  wrong: string | null;
  version: number;
}) {
  if (wrong) return `Version ${version}, changed · ${wrong}`;
  return changed ? `Version ${version}, changed` : `Version ${version}, saved`;
}
