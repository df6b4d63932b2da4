"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { Select } from "@/components/ui/select";
import { tell, tellProblem } from "@/components/ui/toast";
import { scheduleRuleSetAction } from "@/lib/rules/actions";
import type { RuleSetOpened } from "@/lib/rules/rule-set-view";
import { MOST_REMOVALS, scheduleInput } from "@/lib/rules/schema";
import { tellLost } from "./tell-lost";
import { NumberInput } from "./value-field";

const rhythms = [
  { hours: null, name: "Only when I ask" },
  { hours: 1, name: "Every hour" },
  { hours: 6, name: "Every 6 hours" },
  { hours: 24, name: "Every day" },
  { hours: 168, name: "Every week" },
];

const removals = scheduleInput.shape.removalThreshold;

/** How often the playlist is made anew by itself, and when a person is asked all the same. */
export function ScheduleForm({ ruleSet }: { ruleSet: RuleSetOpened }) {
  const router = useRouter();
  const [hours, setHours] = useState(ruleSet.scheduleHours);
  const [automatic, setAutomatic] = useState(ruleSet.automatic);
  const [threshold, setThreshold] = useState<number | null>(ruleSet.removalThreshold);
  const [saving, startTransition] = useTransition();
  const isSame =
    hours === ruleSet.scheduleHours &&
    automatic === ruleSet.automatic &&
    threshold === ruleSet.removalThreshold;
  const offered = rhythms.some((one) => one.hours === hours)
    ? rhythms
    : [...rhythms, { hours, name: `Every ${hours} hours` }];

  // What is not asked about is not in the way either.
  const read = removals.safeParse(
    hours !== null && automatic ? threshold : ruleSet.removalThreshold,
  );

  const told = (answer: Awaited<ReturnType<typeof scheduleRuleSetAction>>) => {
    if (!answer.ok) return tellProblem(answer.message);
    tell("The schedule is kept.");
    router.refresh();
  };
  const save = (removalThreshold: number) =>
    startTransition(() =>
      scheduleRuleSetAction({
        ...{ ruleSetId: ruleSet.id, scheduleHours: hours, automatic, removalThreshold },
      }).then(told, tellLost),
    );

  return (
    <section aria-label="By itself" className="flex flex-col gap-3 border-t pt-4">
      <h3 className="font-medium">By itself</h3>
      <Select
        aria-label="How often"
        value={String(hours)}
        onChange={({ target }) =>
          setHours(offered.find((one) => String(one.hours) === target.value)?.hours ?? null)
        }
        className="h-8! self-start"
      >
        {offered.map((one) => (
          <option key={String(one.hours)} value={String(one.hours)}>
            {one.name}
          </option>
        ))}
      </Select>
      {hours !== null && (
        <>
          <label className="flex min-h-7 items-center gap-2.5">
            <input
              type="checkbox"
              checked={automatic}
              onChange={({ target }) => setAutomatic(target.checked)}
              className="size-4 accent-ink"
            />
            Write changes without asking me
          </label>
          {automatic && (
            <span className="flex items-center gap-2 text-ink-2">
              but ask when more than
              <NumberInput
                label="Removals that are asked about"
                value={threshold}
                invalid={!read.success}
                onChange={setThreshold}
              />
              would go
            </span>
          )}
          {!read.success && (
            <p role="alert" className="text-xs text-danger">
              Write a whole number from 0 to {MOST_REMOVALS.toLocaleString("en")}.
            </p>
          )}
          {!ruleSet.target && (
            <p className="text-xs text-ink-3">
              It runs as soon as a playlist follows the rule set.
            </p>
          )}
        </>
      )}
      {ruleSet.problem && <p className="text-xs text-danger">{ruleSet.problem}</p>}
      {ruleSet.nextRunAt && ruleSet.target && (
        <p className="text-xs text-ink-3">
          Next on <LocalTime iso={ruleSet.nextRunAt.toISOString()} show="moment" />
        </p>
      )}
      <Button
        size="sm"
        className="self-start"
        disabled={isSame || saving || !read.success}
        onClick={() => read.success && save(read.data)}
      >
        Keep the schedule
      </Button>
    </section>
  );
}
