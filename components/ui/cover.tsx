import clsx from "clsx";

/** Artwork beside its title, so it stays silent for a screen reader. */
export function Cover({ url, className }: { url: string | null; className?: string }) {
  const shape = clsx("block shrink-0 rounded-sm bg-raised object-cover", className);
  if (!url) return <span aria-hidden="true" className={clsx(shape, "border border-line")} />;
  return (
    <img src={url} alt="" loading="lazy" decoding="async" draggable={false} className={shape} />
  );
}
