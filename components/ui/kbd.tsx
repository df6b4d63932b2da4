import clsx from "clsx";
import type { ComponentProps } from "react";

const base =
  "inline-flex h-[19px] min-w-[19px] items-center justify-center rounded-sm border border-b-2 px-[5px] font-mono text-2xs leading-none font-medium whitespace-nowrap";

type Props = ComponentProps<"kbd"> & {
  /** `inverse` sits on a filled button; `colored` takes `--k` of its surroundings. */
  look?: "plain" | "inverse" | "colored";
};

/** A key cap. */
export function Kbd({ look = "plain", className, ...props }: Props) {
  return (
    <kbd
      className={clsx(
        base,
        look === "plain" && "border-line-strong bg-surface text-ink-2",
        look === "inverse" && "border-ground/40 text-ground",
        look === "colored" && "border-[color-mix(in_oklch,var(--k)_45%,transparent)] text-(--k)",
        className,
      )}
      {...props}
    />
  );
}
