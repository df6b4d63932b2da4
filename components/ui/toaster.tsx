"use client";

import { Toaster as Sonner } from "sonner";

/** Polite, at least eight seconds, above the player; `toast()` of sonner fills it. */
export default function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      duration={8_000}
      visibleToasts={3}
      gap={8}
      style={{ fontFamily: "inherit", "--width": "26rem" }}
      offset={{ bottom: "calc(var(--player-height) + var(--foot-height, 0px) + 16px)", right: 20 }}
      mobileOffset={{ bottom: "calc(var(--player-height) + var(--rail-height) + 10px)" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-lg border border-line-strong bg-raised px-3 py-2.5 text-sm text-ink shadow-overlay",
          title: "font-medium",
          description: "text-ink-2",
          content: "min-w-0 flex-1",
          actionButton:
            "shrink-0 rounded-md border border-line-strong px-2 py-1 text-xs font-medium hover:bg-hover",
          icon: "text-ink-2",
          error: "[&_[data-icon]]:text-danger",
        },
      }}
    />
  );
}
