"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { tell, tellProblem } from "@/components/ui/toast";
import { importRuleSetAction } from "@/lib/rules/actions";
import type { RuleProblem } from "@/lib/rules/read-rule";
import { LARGEST_FILE } from "@/lib/rules/schema";
import { importedWords } from "./imported-words";
import { tellLost } from "./tell-lost";

const TOO_LARGE: RuleProblem = { path: "", message: "It is too large to be a rule set." };

/** Makes a rule set of an exported file; what is wrong with it is told row by row. */
export function ImportRuleSet() {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly RuleProblem[]>([]);
  const [reading, startTransition] = useTransition();

  const told = (answer: Awaited<ReturnType<typeof importRuleSetAction>>) => {
    if (!answer.ok) return tellProblem(answer.message);
    if (answer.data.problems) return setProblems(answer.data.problems);
    tell(importedWords(answer.data.unknown));
    router.push(`/rules/${answer.data.id}`);
    router.refresh();
  };
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = "";
    if (!file) return;
    if (file.size > LARGEST_FILE) return setProblems([TOO_LARGE]);
    startTransition(async () => {
      const fallbackName = file.name.replace(/\.json$/i, "").slice(0, 200);
      const text = await file.text();
      await importRuleSetAction({ text, fallbackName }).then(told, tellLost);
    });
  };

  return (
    <>
      <input
        ref={field}
        type="file"
        accept="application/json,.json"
        aria-label="A rule set as JSON"
        onChange={take}
        className="sr-only"
        tabIndex={-1}
      />
      <Button look="quiet" disabled={reading} onClick={() => field.current?.click()}>
        <Upload aria-hidden="true" />
        Import
      </Button>
      <Dialog
        open={problems.length > 0}
        onOpenChange={() => setProblems([])}
        title="This file is no rule set yet"
        description="Nothing was made. Put these right and import it again."
      >
        <ul aria-label="Problems" className="overflow-y-auto p-4">
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`} className="border-t py-2 first:border-t-0">
              {path && <code className="mr-2 font-mono text-xs text-ink-3">{path}</code>}
              {message}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
