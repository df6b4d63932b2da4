"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";
import { goOnSorting } from "./home-commands";

/** The one thing to do next; Enter does it from anywhere on the page. */
export function GoOn({
  href,
  children,
}: {
  href: Route<`/curate/${string}/${string}`>;
  children: ReactNode;
}) {
  const router = useRouter();
  useCommands("page", [goOnSorting], { goOn: () => router.push(href) });
  return (
    <Button asChild look="primary" size="lg" className="ml-auto phone:ml-0 phone:w-full">
      <Link href={href}>
        {children}
        <KeyCap chord="Enter" look="inverse" className="max-md:hidden" />
      </Link>
    </Button>
  );
}
