"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => {};
export const isMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);

/** False until the page is hydrated: the server cannot know. */
export const useIsMac = () => useSyncExternalStore(subscribe, isMac, () => false);
