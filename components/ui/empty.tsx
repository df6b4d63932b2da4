import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; action?: ReactNode };

/** A list with nothing in it: what that means, and the next step. */
export function Empty({ title, children, action }: Props) {
  return (
    <div className="flex flex-col items-start gap-1 py-8">
      <p className="text-md font-semibold tracking-tight">{title}</p>
      {children && <div className="max-w-[60ch] text-ink-2">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap items-center gap-2">{action}</div>}
    </div>
  );
}
