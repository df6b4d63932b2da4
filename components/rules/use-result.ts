"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RuleSetResult } from "@/lib/rules/rule-set-view";
import { type AskedRule, resultQuery } from "./rules-query";

type Question = {
  asked: AskedRule;
  offset: number;
  /** What came with the page. */
  first: RuleSetResult;
  /** Whether that is of the rule that is asked. */
  isFirst: boolean;
};

/** What a rule takes; until that is known, or where nobody answers, what was known last. */
export function useResult({ asked, offset, first, isFirst }: Question) {
  const rule = JSON.stringify(asked.definition);
  const { data: answer, error, isFetching } = useQuery(resultQuery(asked, offset));
  const [last, setLast] = useState({ rule: isFirst ? rule : null, result: first });
  if (answer && answer !== last.result) setLast({ rule, result: answer });
  const isOfPage = isFirst && offset === 0;
  const data = answer ?? (isOfPage ? first : last.result);
  const isKnown = answer !== undefined || isOfPage;
  return {
    data,
    error,
    isFetching,
    /** Of this rule, and of the page that was asked for. */
    isKnown,
    /** The count is that of another rule. */
    isOfBefore: !isKnown && last.rule !== rule,
  };
}
