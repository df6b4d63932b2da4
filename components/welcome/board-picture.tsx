import type { Theme } from "@/lib/appearance/theme";

const alt =
  "The board: this week’s tracks as a list, the focused one with its waveform, and a key for each category.";

/** The board at work, in the theme of the page. */
export function BoardPicture({ theme }: { theme: Theme }) {
  return (
    <picture>
      {theme === "system" && (
        <source srcSet="/board-dark.png" media="(prefers-color-scheme: dark)" />
      )}
      <img
        src={theme === "dark" ? "/board-dark.png" : "/board-light.png"}
        alt={alt}
        width={1440}
        height={900}
        className="aspect-[8/5] w-full rounded-lg border border-line-strong bg-surface object-cover object-left-top text-xs text-ink-3 shadow-overlay"
      />
    </picture>
  );
}
