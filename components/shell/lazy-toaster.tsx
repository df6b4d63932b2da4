"use client";

import dynamic from "next/dynamic";

/** Nothing is told before the page is alive, so the first load does without it. */
export const LazyToaster = dynamic(() => import("@/components/ui/toaster"), { ssr: false });
