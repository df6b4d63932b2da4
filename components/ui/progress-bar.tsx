import clsx from "clsx";

type Props = {
  label: string;
  /** 0 to 1; null while nobody knows. */
  share: number | null;
  className?: string;
};

/** Hatched, so that it is not taken for full. */
const unknown =
  "animate-pulse bg-[repeating-linear-gradient(115deg,var(--text-3)_0_3px,transparent_3px_8px)]";

export function ProgressBar({ label, share, className }: Props) {
  const percent = share === null ? null : Math.round(share * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      className={clsx("h-[5px] overflow-hidden rounded-full bg-line", className)}
    >
      <div
        className={clsx("h-full rounded-full", percent === null ? unknown : "bg-ink-2")}
        style={{ width: `${percent ?? 100}%` }}
      />
    </div>
  );
}
