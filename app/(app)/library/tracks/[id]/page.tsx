import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LibrarySections } from "@/components/library/library-sections";
import { Timeline } from "@/components/library/timeline";
import { TrackHead } from "@/components/library/track-head";
import { TrackKnown } from "@/components/library/track-known";
import { TrackLanes } from "@/components/library/track-lanes";
import { TrackNumbers } from "@/components/library/track-numbers";
import { TrackPlays } from "@/components/library/track-plays";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { providerName } from "@/lib/connections/provider";
import { loadKnownLibraryTrack } from "@/lib/enrichment/loaders";
import { readWish } from "@/lib/library/library-address";
import { loadTrack } from "@/lib/library/loaders";
import { offeredParts } from "@/lib/library/offered-parts";
import { externalId } from "@/lib/library/schema";
import { axisOf } from "@/lib/library/time-axis";
import { timelineOf } from "@/lib/library/track-history";

type Props = PageProps<"/library/tracks/[id]">;

async function findTrack({ params, searchParams }: Props) {
  const { provider } = await searchParams;
  const asked = typeof provider === "string" ? [["provider", provider]] : [];
  const wish = readWish(new URLSearchParams(asked));
  const id = externalId.safeParse(decodeURIComponent((await params).id));
  const history = id.success ? await loadTrack(wish.provider, id.data) : null;
  return { provider: wish.provider, history };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { history } = await findTrack(props);
  return { title: history ? `${history.track.name} · Library` : "Unknown track" };
}

export default async function TrackPage(props: Props) {
  const { provider, history } = await findTrack(props);
  if (!history) notFound();
  const known = await loadKnownLibraryTrack(provider, history.track.externalId);
  return (
    <>
      <PageHeader title="Track" detail={`from ${providerName(provider)}`}>
        <LibrarySections provider={provider} />
      </PageHeader>
      <PageBody>
        <div className="flex max-w-4xl flex-col gap-7">
          <TrackHead track={history.track} provider={provider} />
          <TrackNumbers history={history} provider={provider} />
          {known ? (
            <TrackKnown first={known} />
          ) : (
            <p className="text-xs text-ink-3">
              Facts, tags and labels are here once it is gathered: after a sync, when it is saved,
              played or in a playlist.
            </p>
          )}
          <TrackLanes history={history} axis={axisOf(history, new Date())} />
          <section aria-labelledby="timeline">
            <h2 id="timeline" className="pb-1 text-xs font-medium text-ink-3">
              What happened to it
            </h2>
            <Timeline events={timelineOf(history)} provider={provider} />
          </section>
          {offeredParts[provider].includes("recently_played") && (
            <section aria-labelledby="plays">
              <h2 id="plays" className="pb-1 text-xs font-medium text-ink-3">
                Plays
              </h2>
              <TrackPlays plays={history.plays} />
            </section>
          )}
        </div>
      </PageBody>
    </>
  );
}
