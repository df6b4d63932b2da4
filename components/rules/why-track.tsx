"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Check, X } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { recordingAddress } from "@/lib/enrichment/recording-address";
import type { Explained } from "@/lib/rules/explain-rule";
import type { TrackExplained } from "@/lib/rules/rule-set-view";
import { Reading } from "./reading";
import { type AskedRule, explanationQuery } from "./rules-query";
import { titleOf } from "./track-line";

type Props = { asked: AskedRule; recordingKey: string; onClose: () => void };

/** Which rows hold for a track and which do not, as the rule is edited. */
export function WhyTrack({ asked, recordingKey, onClose }: Props) {
  const { data, error } = useQuery(explanationQuery(asked, recordingKey));
  return (
    <section aria-label="Why" className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 py-3">
      <Button size="sm" look="quiet" onClick={onClose} autoFocus className="-ml-2 self-start">
        <ArrowLeft aria-hidden="true" />
        Result
      </Button>
      {error && <Notice>{error.message}</Notice>}
      {!data && !error && <Reading />}
      {data && (
        <>
          <h3 className="pt-2 font-semibold">
            <Link
              href={recordingAddress(recordingKey)}
              prefetch={false}
              className="rounded-sm underline decoration-line-strong underline-offset-3 hover:decoration-current"
            >
              {titleOf(data)}
            </Link>
          </h3>
          <p className="text-xs text-ink-3">{data.artists.join(", ")}</p>
          <p aria-live="polite" className="py-3">
            <Held held={data.explanation.held && data.leftOutBy === null} /> {verdict(data)}
          </p>
          {data.explanation.sources && (
            <p className="pb-2">
              <Held held={data.explanation.sources.held} /> Comes from one of the sources{" "}
              <span className="text-ink-3">it has {data.explanation.sources.found}</span>
            </p>
          )}
          <ul>
            <Row explained={data.explanation.where} />
          </ul>
        </>
      )}
    </section>
  );
}

const limitWords = {
  perArtist: "as many tracks of its artist come before it as may be in",
  perLabel: "as many tracks of its label come before it as may be in",
  limit: "as many tracks come before it as may be in",
};

function verdict({ explanation: { held, override }, leftOutBy }: TrackExplained) {
  if (override === "pin") return "It is in: you pinned it, whatever the rules say.";
  if (override === "exclude") return "It is not in: you keep it out, whatever the rules say.";
  if (!held) return "It is not in: the rules do not ask for it.";
  return leftOutBy === null
    ? "It is in: the rules ask for it."
    : `It is not in: the rules ask for it, but ${limitWords[leftOutBy]}.`;
}

function Held({ held }: { held: boolean }) {
  const Icon = held ? Check : X;
  return (
    <>
      <Icon
        aria-hidden="true"
        className={`mr-1 inline align-[-3px] ${held ? "text-ok" : "text-danger"}`}
      />
      <span className="sr-only">{held ? "Holds:" : "Does not hold:"}</span>
    </>
  );
}

function Row({ explained }: { explained: Explained }) {
  return (
    <li className="py-0.5">
      <Held held={explained.held} />{" "}
      <span className={explained.kind === "group" ? "font-medium" : undefined}>
        {explained.words}
      </span>
      {explained.kind === "group" ? (
        <ul className="mt-0.5 ml-2 border-l pl-3.5">
          {explained.parts.map((part) => (
            <Row key={part.path} explained={part} />
          ))}
        </ul>
      ) : (
        <span className="text-ink-3">: it has {explained.found}</span>
      )}
    </li>
  );
}
