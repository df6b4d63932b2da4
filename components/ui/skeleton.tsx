import clsx from "clsx";

/** A grey stand-in; its container says `aria-busy` and what is loading. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx("block animate-pulse rounded-sm bg-line", className)}
    />
  );
}
