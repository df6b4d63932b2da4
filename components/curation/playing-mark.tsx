import clsx from "clsx";

const bars = ["h-[7px]", "h-[11px]", "h-[6px]"];

/** Three bars of a level meter: the row that plays, told by shape as well as by colour. */
export function PlayingMark({ isPlaying, className }: { isPlaying: boolean; className?: string }) {
  return (
    <span className={clsx("inline-flex h-3 items-end gap-[2px]", className)}>
      {bars.map((height) => (
        <span
          key={height}
          className={clsx("w-[2px]", height, isPlaying ? "bg-bronze" : "bg-ink-3")}
        />
      ))}
      <span className="sr-only">{isPlaying ? "Playing" : "In the player"}</span>
    </span>
  );
}
