import clsx from "clsx";

type Props = {
  label: string;
  /** 0 to 1; null while nobody knows. */
  share: number | null;
  className?: string;
};

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
        className={clsx("h-full rounded-full bg-ink-2", percent === null && "animate-pulse")}
        style={{ width: `${percent ?? 100}%`, opacity: percent === null ? 0.35 : 1 }}
      />
    </div>
  );
}
