import { ArrowUpRight } from "lucide-react";

type Props = { href: string /** What opens, for a list of many such links. */; of?: string };

/** Everything that is Spotify's leads back to Spotify. */
export function SpotifyLink({ href, of }: Props) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex shrink-0 items-center gap-1 rounded-sm text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-current"
    >
      Spotify
      <span className="sr-only">{of ? `: open ${of}` : ": open"}</span>
      <ArrowUpRight aria-hidden="true" className="size-3.5" />
    </a>
  );
}
