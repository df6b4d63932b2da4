import { ArrowUpRight } from "lucide-react";

type Props = { href: string | null; of: string; isFocused: boolean };

/** Everything that is Spotify's leads back to Spotify. In a grid only the focused row's link is a stop. */
export function OpenLink({ href, of, isFocused }: Props) {
  if (!href) return null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      tabIndex={isFocused ? 0 : -1}
      className="inline-flex h-6 shrink-0 items-center gap-1 rounded-sm text-xs text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-current"
    >
      Spotify
      <span className="sr-only">: open {of}</span>
      <ArrowUpRight aria-hidden="true" className="size-3.5!" />
    </a>
  );
}
