"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { Reading } from "./reading";
import { overlapsQuery, sharedTracksQuery } from "./rules-query";
import { TrackLine } from "./track-line";

type Props = { ruleSetId: string; version: number };

/** Which other rule sets take the same tracks, as they are saved. */
export function OverlapPanel({ ruleSetId, version }: Props) {
  const { data, error } = useQuery(overlapsQuery(ruleSetId, version));
  const [opened, setOpened] = useState<string | null>(null);
  if (error) return <Notice>{error.message}</Notice>;
  if (!data) return <Reading />;
  const { size, overlaps } = data;
  if (overlaps.length === 0) {
    return <p className="px-4 py-4 text-ink-2">No other rule set takes any of these tracks.</p>;
  }
  return (
    <ul aria-label="Rule sets with the same tracks" className="min-h-0 flex-1 overflow-y-auto pb-4">
      {overlaps.map((other) => (
        <li key={other.id} className="border-b py-2">
          <div className="flex min-h-8 items-center gap-3 px-4">
            <Link href={`/rules/${other.id}`} className="min-w-0 flex-1 truncate hover:underline">
              {other.name}
            </Link>
            <button
              type="button"
              aria-expanded={opened === other.id}
              onClick={() => setOpened(opened === other.id ? null : other.id)}
              className="text-right tabular-nums hover:underline"
            >
              {other.both.toLocaleString("en")} shared
              <span className="block text-xs text-ink-3">
                {percent(other.both, size)} of this, {percent(other.both, other.size)} of that
              </span>
            </button>
          </div>
          {opened === other.id && <Shared ruleSetId={ruleSetId} otherId={other.id} />}
        </li>
      ))}
    </ul>
  );
}

const percent = (part: number, whole: number) =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`;

function Shared({ ruleSetId, otherId }: { ruleSetId: string; otherId: string }) {
  const { data = [] } = useQuery(sharedTracksQuery(ruleSetId, otherId));
  return (
    <ul className="pt-2">
      {data.map((track) => (
        <TrackLine key={track.recordingKey} track={track} />
      ))}
    </ul>
  );
}
