"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => {};

/** False while the server's markup is taken over: a cache may already know more than the server did. */
export const useHydrated = () =>
  useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
