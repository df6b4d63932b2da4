const KEY = "activity-looked-at";

/** When somebody looked at the activity in this browser, as an ISO string; null when nobody has. */
export const readLastLook = () => window.localStorage.getItem(KEY);

export const noteLook = (now: Date) => window.localStorage.setItem(KEY, now.toISOString());
