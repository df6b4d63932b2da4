import { SpotifyLink } from "@/components/ui/spotify-link";
import type { KnownTrackView } from "@/lib/enrichment/known-track-view";

type Props = { track: Pick<KnownTrackView, "title" | "mixName" | "artists" | "spotifyUri"> };

/** What a recording is that stands in no library. */
export function RecordingHead({ track: { title, mixName, artists, spotifyUri } }: Props) {
  const name = [title ?? "Unknown track", mixName && `(${mixName})`].filter(Boolean).join(" ");
  const id = spotifyUri?.startsWith("spotify:track:") ? spotifyUri.split(":")[2] : null;
  return (
    <section aria-label="The track" className="flex flex-wrap items-center gap-x-4.5 gap-y-3">
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="text-xl font-semibold tracking-tight">{name}</h2>
        <p className="text-ink-2">{artists.join(", ")}</p>
      </div>
      {id && <SpotifyLink href={`https://open.spotify.com/track/${id}`} of={name} />}
    </section>
  );
}
