import type { ReactNode } from "react";

type Props = {
  title: string;
  /** A page that is nothing but this has its heading here. */
  titleAs?: "p" | "h1";
  children?: ReactNode;
  action?: ReactNode;
};

/** A list with nothing in it: what that means, and the next step. */
export function Empty({ title, titleAs: Title = "p", children, action }: Props) {
  return (
    <div className="flex flex-col items-start gap-1 py-8">
      <Title className="text-md font-semibold tracking-tight">{title}</Title>
      {children && <div className="max-w-[60ch] text-ink-2">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap items-center gap-2">{action}</div>}
    </div>
  );
}
