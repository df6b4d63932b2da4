"use client";

import type { ReactNode } from "react";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";

const EVERY_MS = 10_000;

/** Keeps the numbers inside true while the page is open. */
export function LiveQuota({ children }: { children: ReactNode }) {
  useRefreshEvery(EVERY_MS);
  return children;
}
