"use client";

import { useSyncExternalStore } from "react";

/** Where one track at a time is shown; the width is the `phone` variant's. */
const PHONE = "(width < 45rem)";

function subscribe(listener: () => void) {
  const query = window.matchMedia(PHONE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

export const useIsPhone = () =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(PHONE).matches,
    () => false,
  );
