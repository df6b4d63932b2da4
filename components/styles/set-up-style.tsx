"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { setUpStyleAction } from "@/lib/curation/actions";
import type { StyleSetup } from "@/lib/curation/style-view";
import { type DraftCategory, draftProblem } from "./draft-category";
import { DraftRow } from "./draft-row";
import { freeColor, freeKey } from "./free-choice";
import { createAndStart } from "./set-up-commands";

type Props = {
  setup: StyleSetup;
  /** The newest release week, as shown: `2026-W47`. */
  week: string;
};

/** The first visit to a style: categories to start from, then one button to the board. */
export function SetUpStyle({ setup: { style, starters }, week }: Props) {
  const router = useRouter();
  const [drafts, setDrafts] = useState<DraftCategory[]>(() =>
    starters.map((starter) => ({ ...starter, id: starter.name })),
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const [going, startTransition] = useTransition();
  const problem = draftProblem(drafts);

  const create = (startWeek: boolean) => {
    setRefusal(null);
    startTransition(async () => {
      const categories = drafts.map(({ id: _, ...category }) => category);
      const result = await setUpStyleAction({ styleSlug: style.slug, categories, startWeek });
      if (result.ok) router.push(result.data.href);
      else setRefusal(result.message);
    });
  };
  const change = (id: string, values: Partial<DraftCategory>) =>
    setDrafts(drafts.map((draft) => (draft.id === id ? { ...draft, ...values } : draft)));
  const add = () =>
    setDrafts([
      ...drafts,
      { id: crypto.randomUUID(), name: "", color: freeColor(drafts), shortcut: freeKey(drafts) },
    ]);

  useCommands("page", [createAndStart], {
    ready: !problem && !going,
    create: () => create(true),
  });

  return (
    <section aria-labelledby="set-up-title" className="max-w-2xl">
      <h2 id="set-up-title" className="text-xl font-semibold tracking-tight">
        Where do these tracks go?
      </h2>
      <p className="pt-1 pb-5 text-ink-2">
        One key sorts a track into a category. Each category becomes a Golden playlist on Spotify.
        Start with these; everything can be changed later.
      </p>
      <ul aria-label="Categories to create" className="border-t">
        {drafts.map((draft) => (
          <DraftRow
            key={draft.id}
            draft={draft}
            others={drafts.filter(({ id }) => id !== draft.id)}
            onChange={(values) => change(draft.id, values)}
            onRemove={() => setDrafts(drafts.filter(({ id }) => id !== draft.id))}
          />
        ))}
      </ul>
      <Button look="quiet" size="sm" onClick={add} className="my-2">
        <Plus aria-hidden="true" />
        Another category
      </Button>
      <div className="flex flex-wrap items-center gap-3 border-t pt-4">
        <Button
          look="primary"
          size="lg"
          disabled={going || problem !== null}
          onClick={() => create(true)}
        >
          {going && <Spinner />}
          Create and start {week}
          <KeyCap chord="Enter" look="inverse" className="max-md:hidden" />
        </Button>
        <Button
          look="quiet"
          size="lg"
          disabled={going || problem !== null}
          onClick={() => create(false)}
        >
          Only create
        </Button>
        <p role="alert" className="text-danger empty:hidden">
          {refusal ?? problem}
        </p>
      </div>
    </section>
  );
}
