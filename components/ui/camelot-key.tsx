import clsx from "clsx";

const DEGREES_PER_HOUR = 30;

/** Neighbours on the Camelot wheel get neighbouring hues; the text says which key it is. */
export function CamelotKey({ value, className }: { value: string | null; className?: string }) {
  if (!value) return null;
  const hour = Number.parseInt(value, 10) || 0;
  return (
    <span
      style={{ "--hue": hour * DEGREES_PER_HOUR }}
      className={clsx(
        "rounded-sm px-[5px] py-px text-[0.71875rem] leading-[1.4] font-semibold tabular-nums",
        "bg-[light-dark(oklch(0.45_0.1_var(--hue)/0.12),oklch(0.8_0.1_var(--hue)/0.15))]",
        "text-[light-dark(oklch(0.42_0.1_var(--hue)),oklch(0.8_0.1_var(--hue)))]",
        className,
      )}
    >
      {value}
    </span>
  );
}
