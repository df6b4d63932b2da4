import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RawRule } from "./draft-rule";
import type { KeptRule } from "./kept-rule";

type Props = {
  kept: KeptRule;
  /** The saved one. */
  version: number;
  /** The rule to go on with; null for the saved one. */
  onDecide: (rule: RawRule | null) => void;
};

/** Changes of a version that was replaced before they were saved: mine or the saved ones. */
export function EarlierDraft({ kept, version, onDecide }: Props) {
  return (
    <div className="border-b px-4 py-2">
      <Notice
        action={
          <span className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => onDecide(kept.rule)}>
              Take my changes
            </Button>
            <Button size="sm" look="quiet" onClick={() => onDecide(null)}>
              Keep version {version}
            </Button>
          </span>
        }
      >
        You changed version {kept.version} without saving, and version {version} was saved elsewhere
        meanwhile.
      </Notice>
    </div>
  );
}
