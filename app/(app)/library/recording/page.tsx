import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AwaitedRecording } from "@/components/library/awaited-recording";
import { trackPage } from "@/components/library/library-links";
import { LibrarySections } from "@/components/library/library-sections";
import { RecordingHead } from "@/components/library/recording-head";
import { TrackKnown } from "@/components/library/track-known";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { loadKnownTrack } from "@/lib/enrichment/loaders";

type Props = PageProps<"/library/recording">;

async function findRecording({ searchParams }: Props) {
  const { key } = await searchParams;
  if (typeof key !== "string" || key === "") notFound();
  return loadKnownTrack(key);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const track = await findRecording(props);
  return { title: `${track?.title ?? "Track"} · Library` };
}

/** A recording by its key: the page of its track in a library, or else what is known of it. */
export default async function RecordingPage(props: Props) {
  const track = await findRecording(props);
  if (!track) return <NotGathered />;
  const { inLibrary } = track;
  if (inLibrary) redirect(trackPage(inLibrary.externalId, inLibrary.provider));
  return (
    <>
      <PageHeader title="Track" detail="not in a library of yours">
        <LibrarySections />
      </PageHeader>
      <PageBody>
        <div className="flex max-w-4xl flex-col gap-7">
          <RecordingHead track={track} />
          <TrackKnown first={track} />
        </div>
      </PageBody>
    </>
  );
}

const NotGathered = () => (
  <>
    <PageHeader title="Track">
      <LibrarySections />
    </PageHeader>
    <PageBody>
      <AwaitedRecording />
    </PageBody>
  </>
);
