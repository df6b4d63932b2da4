"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { Reading } from "./reading";
import { overlapsQuery, sharedTracksQuery } from "./rules-query";
import { TrackLine } from "./track-line";

type Props = { ruleSetId: string; version: number; changed: boolean };

/** Which other rule sets take the same tracks, as they are saved. */
export function OverlapPanel({ ruleSetId, version, changed }: Props) {
  const { data, error } = useQuery(overlapsQuery(ruleSetId, version));
  const [opened, setOpened] = useState<string | null>(null);
  if (error) return <Notice>{error.message}</Notice>;
  if (!data) return <Reading />;
  const { size, overlaps } = data;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-4">
      {changed && (
        <p className="px-4 pt-3 text-xs text-ink-3">Of version {version}: save to see yours.</p>
      )}
      {overlaps.length === 0 ? (
        <p className="px-4 py-4 text-ink-2">No other rule set takes any of these tracks.</p>
      ) : (
        <ul aria-label="Rule sets with the same tracks">
          {overlaps.map((other) => (
            <li key={other.id} className="border-b py-2">
              <div className="flex min-h-8 items-center gap-3 px-4">
                <Link
                  href={`/rules/${other.id}`}
                  className="min-w-0 flex-1 truncate hover:underline"
                >
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
              {opened === other.id && (
                <Shared ruleSetId={ruleSetId} version={version} otherId={other.id} />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const percent = (part: number, whole: number) =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`;

type SharedProps = { ruleSetId: string; version: number; otherId: string };

function Shared({ ruleSetId, version, otherId }: SharedProps) {
  const { data, error } = useQuery(sharedTracksQuery(ruleSetId, version, otherId));
  if (error) return <Notice>{error.message}</Notice>;
  if (!data) return <Reading />;
  return (
    <ul className="pt-2">
      {data.map((track) => (
        <TrackLine key={track.recordingKey} track={track} />
      ))}
    </ul>
  );
}
