import clsx from "clsx";
import type { RuleSetResult } from "@/lib/rules/rule-set-view";

type Props = {
  data: RuleSetResult;
  isFetching: boolean;
  /** The count is that of another rule. */
  isOfBefore: boolean;
  isWhole: boolean;
};

/** A quick answer changes nothing on the way. */
const AFTER_A_MOMENT = "transition-opacity duration-0 delay-150";

/** What is not an answer to what was asked. */
export const dimmed = (isDim: boolean) => clsx(isDim && `${AFTER_A_MOMENT} opacity-50`);

export function ResultCount({ data, isFetching, isOfBefore, isWhole }: Props) {
  return (
    <div
      aria-live="polite"
      aria-busy={isOfBefore && isFetching}
      className="flex items-baseline gap-2 px-4 pt-3 pb-2"
    >
      <strong className={clsx("text-xl font-semibold tabular-nums", dimmed(isOfBefore))}>
        {data.count.toLocaleString("en")}
      </strong>
      <span className="text-ink-2">
        of {data.total.toLocaleString("en")} {data.total === 1 ? "track" : "tracks"}
        {data.asOf === null && data.total > 0 && " gathered so far"}
      </span>
      {isOfBefore && (
        <span className={clsx("ml-auto text-xs text-ink-3 starting:opacity-0", AFTER_A_MOMENT)}>
          of the rule before
        </span>
      )}
      {!isOfBefore && !isWhole && (
        <span className="ml-auto text-xs text-ink-3">before the unfinished row</span>
      )}
    </div>
  );
}
