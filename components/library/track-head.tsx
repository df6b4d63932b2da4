import { Cover } from "@/components/ui/cover";
import { trackLength } from "@/components/ui/moment";
import { ServiceLink } from "@/components/ui/service-link";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import type { TrackFacts } from "@/lib/library/track-history";

const kinds: Partial<Record<TrackFacts["kind"], string>> = {
  episode: "Episode",
  local: "Your own file",
  video: "Music video",
};

type Props = { track: TrackFacts; provider: PersonalProvider };

/** What a track is, as its provider says it. */
export function TrackHead({ track, provider }: Props) {
  const { kind, name, artists, albumName, coverUrl, durationMs, isrc, releasedOn, url } = track;
  return (
    <section aria-label="The track" className="flex flex-wrap items-center gap-x-4.5 gap-y-3">
      <Cover url={coverUrl} className="size-24 rounded-md object-contain!" />
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="text-xl font-semibold tracking-tight">{name}</h2>
        <p className="text-ink-2">{artists.join(", ")}</p>
        <p className="flex flex-wrap gap-x-3 pt-1 text-xs text-ink-3">
          {kinds[kind] && <span>{kinds[kind]}</span>}
          {albumName && <span>{albumName}</span>}
          {releasedOn && <span>{releasedOn}</span>}
          {durationMs !== null && <span className="tabular-nums">{trackLength(durationMs)}</span>}
          {isrc && <span className="font-mono">{isrc}</span>}
        </p>
      </div>
      {url && <ServiceLink service={providerName(provider)} href={url} of={name} />}
    </section>
  );
}
