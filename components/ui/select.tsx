import clsx from "clsx";
import type { ComponentProps } from "react";

/** A list of choices that is as wide as what was chosen. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <select
      className={clsx(
        "h-7 min-w-0 max-w-full rounded-md border border-edge bg-ground px-1.5 text-sm text-ink field-sizing-content",
        className,
      )}
      {...props}
    />
  );
}
