"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { createRuleSetAction } from "@/lib/rules/actions";
import type { TemplateOffer } from "./rule-set-list";
import { tellLost } from "./tell-lost";

const empty = { id: null, name: "Empty", words: "Every track, to be narrowed row by row." };

type Props = { templates: readonly TemplateOffer[]; onMade?: () => void };

/** What a rule set may begin with. */
export function TemplateChoice({ templates, onMade }: Props) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [making, startTransition] = useTransition();

  const told = (answer: Awaited<ReturnType<typeof createRuleSetAction>>) => {
    if (!answer.ok) return setProblem(answer.message);
    router.push(`/rules/${answer.data.id}`);
    router.refresh();
    onMade?.();
  };
  const make = (id: string | null, name: string) =>
    startTransition(() =>
      createRuleSetAction({
        name: id === null ? "New rule set" : name,
        templateId: id,
      }).then(told, tellLost),
    );

  return (
    <>
      <ul aria-label="Begin with">
        {[...templates, empty].map(({ id, name, words }) => (
          <li key={id}>
            <button
              type="button"
              disabled={making}
              onClick={() => make(id, name)}
              className="flex w-full flex-col rounded-md px-3 py-2 text-left hover:bg-hover disabled:opacity-55"
            >
              <span className="font-medium">{name}</span>
              <span className="text-ink-2">{words}</span>
            </button>
          </li>
        ))}
      </ul>
      {problem && (
        <p role="alert" className="px-3 py-2 text-danger">
          {problem}
        </p>
      )}
    </>
  );
}
