"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { RuleSetResult, RuleSetTrack } from "@/lib/rules/rule-set-view";
import { Reading } from "./reading";
import { dimmed, ResultCount } from "./result-count";
import { ResultTrack } from "./result-track";
import { type AskedRule, tracksQuery } from "./rules-query";
import { useOverride } from "./use-override";
import { useResult } from "./use-result";
import { WhyTrack } from "./why-track";

const SAMPLE = 20;

const said = [
  { kind: "exclude", title: "Kept out by you" },
  { kind: "pin", title: "Pinned by you" },
] as const;

type Props = {
  /** What is asked now, or, while a row is not finished, what was asked before it. */
  asked: AskedRule;
  isWhole: boolean;
  ruleSetId: string;
  first: RuleSetResult;
  /** Whether that is of the rule that is asked. */
  isFirst: boolean;
  field: RefObject<HTMLInputElement | null>;
};

/** What the rule set takes at this moment: how many, the first of them, and why. */
export function ResultPanel({ asked, isWhole, ruleSetId, first, isFirst, field }: Props) {
  const rule = JSON.stringify(asked.definition);
  const [page, setPage] = useState({ rule, offset: 0 });
  const offset = page.rule === rule ? page.offset : 0;
  const [why, setWhy] = useState<string | null>(null);
  const [isBack, setIsBack] = useState(false);
  const [text, setText] = useState("");
  const override = useOverride(ruleSetId);
  const result = useResult({ asked, offset, first, isFirst });
  const { data, error } = result;
  const isSearch = text.trim() !== "";
  const search = useQuery({ ...tracksQuery(text.trim()), enabled: isSearch });
  const found = search.data;
  const last = Math.max(0, Math.ceil(data.count / SAMPLE) - 1) * SAMPLE;
  if (offset > last) setPage({ rule, offset: last });

  const back = () => {
    setWhy(null);
    setIsBack(true);
  };
  if (why !== null) {
    return <WhyTrack asked={asked} recordingKey={why} onClose={back} />;
  }
  const row = (track: RuleSetTrack) => (
    <ResultTrack
      key={track.recordingKey}
      track={track}
      kind={data.kinds[track.recordingKey] ?? null}
      onWhy={() => setWhy(track.recordingKey)}
      onSay={(kind) => override(track, kind)}
    />
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ResultCount {...result} isWhole={isWhole} />
      <search className="px-4 pb-2">
        <Input
          ref={field}
          autoFocus={isBack}
          type="text"
          aria-label="Find any track, to see why it is in or not"
          placeholder="Why is … in it or not?"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </search>
      {[error, isSearch ? search.error : null].map(
        (problem) =>
          problem && (
            <div key={problem.message} className="px-4 pb-2">
              <Notice>{problem.message}</Notice>
            </div>
          ),
      )}
      <div className="min-h-0 flex-1 overflow-y-auto pb-4">
        {isSearch ? (
          <ul aria-label="Found tracks">{found?.map(row)}</ul>
        ) : (
          <ul
            aria-label="Tracks of the result"
            aria-busy={!result.isKnown && result.isFetching}
            className={dimmed(!result.isKnown)}
          >
            {data.tracks.map(row)}
          </ul>
        )}
        {isSearch && search.isPending && <Reading />}
        {isSearch && found?.length === 0 && (
          <p className="px-4 py-3 text-ink-2">No track has these words in title or artists.</p>
        )}
        {!isSearch && data.total === 0 && (
          <p className="px-4 py-3 text-ink-2">
            Nothing is known of your tracks yet. They are gathered after a sync of your library and
            after you sorted.
          </p>
        )}
        {!isSearch && data.total > 0 && data.count === 0 && (
          <p className="px-4 py-3 text-ink-2">No track fits. Search one above to see why not.</p>
        )}
        {!isSearch && data.count > SAMPLE && (
          <Pages
            offset={offset}
            count={data.count}
            onChange={(to) => setPage({ rule, offset: to })}
          />
        )}
        {!isSearch &&
          said.map(({ kind, title }) => (
            <Said key={kind} title={title} {...data.said[kind]} row={row} />
          ))}
      </div>
    </div>
  );
}

type SaidProps = RuleSetResult["said"]["pin"] & {
  title: string;
  row: (track: RuleSetTrack) => ReactNode;
};

function Said({ title, tracks, more, row }: SaidProps) {
  if (tracks.length + more === 0) return null;
  return (
    <section aria-label={title} className="pt-4">
      <h3 className="px-4 pb-1 text-2xs font-medium text-ink-3">{title}</h3>
      <ul>{tracks.map(row)}</ul>
      {more > 0 && (
        <p className="px-4 pt-1 text-xs text-ink-3">and {more.toLocaleString("en")} more</p>
      )}
    </section>
  );
}

type PagesProps = { offset: number; count: number; onChange: (offset: number) => void };

function Pages({ offset, count, onChange }: PagesProps) {
  const last = Math.min(count, offset + SAMPLE);
  return (
    <nav aria-label="Pages of the result" className="flex items-center gap-2 border-t px-4 py-2">
      <Button
        size="sm"
        disabled={offset === 0}
        onClick={() => onChange(Math.max(0, offset - SAMPLE))}
      >
        Before
      </Button>
      <Button size="sm" disabled={last >= count} onClick={() => onChange(offset + SAMPLE)}>
        More
      </Button>
      <span className="ml-auto text-xs text-ink-3 tabular-nums">
        {Math.min(offset + 1, count).toLocaleString("en")}–{last.toLocaleString("en")}
      </span>
    </nav>
  );
}
