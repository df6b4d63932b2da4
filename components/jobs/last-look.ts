import { browserStore } from "@/components/ui/browser-store";

const KEY = "activity-looked-at";

/** When somebody looked at the activity in this browser, as an ISO string; null when nobody has. */
export const readLastLook = () => browserStore.text(KEY);

export const noteLook = (now: Date) => browserStore.keep(KEY, now.toISOString());
