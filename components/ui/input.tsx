import clsx from "clsx";
import type { ComponentProps } from "react";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      className={clsx(
        "h-8 w-full min-w-0 rounded-md border border-edge bg-ground px-2.5 text-sm text-ink disabled:opacity-55 aria-invalid:border-danger",
        className,
      )}
      {...props}
    />
  );
}
