import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** Said after the title, quieter. */
  detail?: ReactNode;
  /** Directly beside the title: a week switcher. */
  beside?: ReactNode;
  /** At the right: stages, progress. On a phone the next line. */
  children?: ReactNode;
};

/** A page's first line. The tools of the shell lie over its right end, which it keeps free. */
export function PageHeader({ title, detail, beside, children }: Props) {
  return (
    <header className="flex min-h-[49px] flex-wrap items-center gap-x-5 gap-y-2 border-b px-5 py-2 phone:gap-x-3.5 phone:px-4">
      <h1 className="min-w-0 truncate text-md font-semibold tracking-tight phone:flex-1">
        {title}
        {detail && <span className="font-normal text-ink-3"> {detail}</span>}
      </h1>
      <div aria-hidden="true" className="order-last h-8 w-(--tools-width) phone:order-none" />
      {beside}
      <div className="ml-auto flex min-w-0 flex-wrap items-center gap-x-5 gap-y-2 phone:ml-0 phone:w-full phone:empty:hidden">
        {children}
      </div>
    </header>
  );
}
