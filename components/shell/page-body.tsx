import clsx from "clsx";
import type { ReactNode } from "react";

/** What scrolls below a page's header, with all that is in it, hidden words too. */
export function PageBody({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={clsx(
        "relative min-h-0 flex-1 overflow-y-auto px-6 py-6 phone:px-4 phone:py-4.5",
        className,
      )}
    >
      {children}
    </div>
  );
}
