import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";

export default function PrivacyLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-3xl flex-col px-8 py-6 phone:px-5">
      <header>
        <Link
          href="/"
          className="inline-flex items-center gap-2.5 text-md font-semibold tracking-tight"
        >
          <Mark className="size-5" />
          Clouder
        </Link>
      </header>
      <main className="flex-1 py-10">{children}</main>
    </div>
  );
}
