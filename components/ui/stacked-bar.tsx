import clsx from "clsx";

export type BarPart = {
  /** A CSS colour; the tokens are `var(--gold)` and so on. */
  color: string;
  value: number;
};

type Props = { parts: BarPart[]; total: number; label: string; className?: string };

/** Parts of a whole in one thin line; what is left stays empty. */
export function StackedBar({ parts, total, label, className }: Props) {
  return (
    <span
      role="img"
      aria-label={label}
      className={clsx("flex h-[5px] w-full gap-px overflow-hidden rounded-full bg-line", className)}
    >
      {parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <span
            key={part.color}
            className="h-full min-w-[2px]"
            style={{
              width: `${(100 * part.value) / Math.max(total, 1)}%`,
              background: part.color,
            }}
          />
        ))}
    </span>
  );
}
