"use client";

import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props<R extends string> = {
  href: Route<R>;
  /** Every page below this path belongs to the link; the link's own path unless given. */
  within?: string;
  title?: string;
  className?: string;
  children: ReactNode;
};

export function NavLink<R extends string>({ href, within, className, ...props }: Props<R>) {
  const path = usePathname();
  const area = within ?? href;
  const current = path === area || path.startsWith(`${area}/`);
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={clsx(
        "rounded-md text-ink-2 hover:bg-hover hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink",
        className,
      )}
      {...props}
    />
  );
}
