import clsx from "clsx";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Props = { tone?: "warning" | "danger"; children: ReactNode; action?: ReactNode };

/** A problem in words: its cause, and at the right the way out. */
export function Notice({ tone = "warning", children, action }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line-strong bg-surface px-3 py-2">
      <TriangleAlert
        aria-hidden="true"
        className={clsx(tone === "danger" ? "text-danger" : "text-warning")}
      />
      <div className="min-w-0 flex-1 basis-56">{children}</div>
      {action}
    </div>
  );
}
