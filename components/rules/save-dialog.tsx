"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { tell } from "@/components/ui/toast";
import { saveRuleSetAction } from "@/lib/rules/actions";
import type { RuleDefinition } from "@/lib/rules/rule-schema";
import type { RuleSetDifference, RuleSetTrack } from "@/lib/rules/rule-set-view";
import { type AskedRule, differenceQuery } from "./rules-query";
import { tellLost } from "./tell-lost";
import { TrackLine } from "./track-line";

type Saved = { version: number; definition: RuleDefinition };
type Props = {
  asked: AskedRule;
  definition: RuleDefinition;
  basedOn: number;
  note: string | null;
  onSaved: (saved: Saved) => void;
  /** Another version was saved meanwhile. */
  onOpenNewer: () => void;
  onClose: () => void;
};

/** What saving changes in the result, before it is saved. */
export function SaveDialog(props: Props) {
  const { asked, definition, basedOn, note, onSaved, onOpenNewer, onClose } = props;
  const router = useRouter();
  const { data, error } = useQuery(differenceQuery(asked));
  const [problem, setProblem] = useState<{ message: string; isConflict: boolean } | null>(null);
  const [saving, startTransition] = useTransition();

  // It keeps the focus while it waits: what would change is seen before Enter saves it.
  const isWaiting = !data && !error;

  const told = (answer: Awaited<ReturnType<typeof saveRuleSetAction>>) => {
    if (!answer.ok) {
      return setProblem({ message: answer.message, isConflict: answer.code === "CONFLICT" });
    }
    onSaved(answer.data);
    tell(`Saved as version ${answer.data.version}.`);
    router.refresh();
    onClose();
  };
  const save = () => {
    if (isWaiting) return;
    const { ruleSetId } = asked;
    startTransition(() =>
      saveRuleSetAction({ ruleSetId, definition, basedOn, note }).then(told, tellLost),
    );
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Save as version ${basedOn + 1}`}
      description={note ?? undefined}
    >
      <div className="flex min-h-24 flex-col gap-3 overflow-y-auto p-4">
        {error && <Notice>{error.message}</Notice>}
        {isWaiting && (
          <p aria-busy="true" className="flex items-center gap-2 text-ink-2">
            <Spinner /> Comparing the result
          </p>
        )}
        {data && <Difference difference={data} />}
        {problem && (
          <Notice
            tone="danger"
            action={
              problem.isConflict && (
                <Button size="sm" onClick={onOpenNewer}>
                  Open the newer one
                </Button>
              )
            }
          >
            {problem.message}
          </Notice>
        )}
      </div>
      <div className="flex justify-end gap-2 border-t px-4 py-3">
        <Button look="quiet" onClick={onClose}>
          Go on editing
        </Button>
        <Button
          look="primary"
          autoFocus
          aria-disabled={isWaiting || undefined}
          disabled={saving || problem?.isConflict}
          onClick={save}
        >
          {saving && <Spinner />}
          Save
        </Button>
      </div>
    </Dialog>
  );
}

const tracks = (count: number) =>
  `${count.toLocaleString("en")} ${count === 1 ? "track" : "tracks"}`;

function Difference({ difference }: { difference: RuleSetDifference }) {
  const { before, after, coming, going, comes, goes } = difference;
  if (coming + going === 0) {
    return <p>The result stays the same: {tracks(after)}. What may change is their order.</p>;
  }
  return (
    <>
      <p>
        From {tracks(before)} to {tracks(after)}:{" "}
        <strong className="font-semibold">
          {coming.toLocaleString("en")} come, {going.toLocaleString("en")} go.
        </strong>
      </p>
      <Side sign="+" tone="text-ok" title="Come" count={coming} tracks={comes} />
      <Side sign="−" tone="text-danger" title="Go" count={going} tracks={goes} />
    </>
  );
}

type SideProps = {
  sign: string;
  tone: string;
  title: string;
  count: number;
  tracks: readonly RuleSetTrack[];
};

function Side({ sign, tone, title, count, tracks: shown }: SideProps) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-2xs font-medium text-ink-3">
        {title} {count > shown.length && `· the first ${shown.length} of ${count}`}
      </h3>
      <ul className="-mx-4">
        {shown.map((track) => (
          <TrackLine
            key={track.recordingKey}
            track={track}
            mark={
              <span aria-hidden="true" className={`font-mono ${tone}`}>
                {sign}
              </span>
            }
          />
        ))}
      </ul>
    </section>
  );
}
