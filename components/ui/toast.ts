import type { ReactNode } from "react";
import type { ExternalToast } from "sonner";

const load = () => import("sonner");

/** Fetches what telling needs ahead of the first word, which may come without a connection. */
export const prepareToTell = () => void load();

/** Says something at the edge of the page; the same `id` replaces what was said before. */
export function tell(message: ReactNode, options?: ExternalToast): void {
  void load().then(({ toast }) => toast(message, options));
}

/** As `tell`, for what did not work. */
export function tellProblem(message: ReactNode, options?: ExternalToast): void {
  void load().then(({ toast }) => toast.error(message, options));
}
