"use client";

import { LocalTime } from "@/components/ui/local-time";
import type { KnownTrackView } from "@/lib/enrichment/known-track-view";
import { TrackAnswers } from "./track-answers";
import { TrackFactList } from "./track-fact-list";
import { TrackLabels } from "./track-labels";
import { TrackTags } from "./track-tags";
import { useKnownTrack } from "./use-known-track";

const heading = "pb-2 text-xs font-medium text-ink-3";

/** What rules know of a track, and what its person says of it. */
export function TrackKnown({ first }: { first: KnownTrackView }) {
  const { track, tag, untag, correct } = useKnownTrack(first);
  return (
    <>
      <section aria-labelledby="tags">
        <h2 id="tags" className={heading}>
          Tags
        </h2>
        <TrackTags tags={track.tags} known={track.tagsInUse} onTag={tag} onUntag={untag} />
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts" className={heading}>
          Facts{" "}
          {track.asOf && (
            <span className="font-normal">
              as of <LocalTime iso={track.asOf} show="moment" />
            </span>
          )}
        </h2>
        <TrackFactList facts={track.facts} />
        <TrackAnswers answers={track.answers} />
      </section>
      <section aria-labelledby="labels">
        <h2 id="labels" className={heading}>
          Labels <span className="font-normal">by rule, until you say otherwise</span>
        </h2>
        <TrackLabels labels={track.labels} onCorrect={correct} />
      </section>
    </>
  );
}
