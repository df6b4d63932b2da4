"use client";

import { useEffect, useRef } from "react";

/** Toasts keep clear of what lies at the foot of a page: its height is told to them as a variable. */
export function useToastsAbove() {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return;
    const page = document.documentElement.style;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      page.setProperty("--foot-height", `${height}px`);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      page.removeProperty("--foot-height");
    };
  }, []);
  return element;
}
