import type { ReactNode } from "react";
import type { ExternalToast } from "sonner";

/** Says something at the edge of the page; the same `id` replaces what was said before. */
export function tell(message: ReactNode, options?: ExternalToast): void {
  void import("sonner").then(({ toast }) => toast(message, options));
}

/** As `tell`, for what did not work. */
export function tellProblem(message: ReactNode, options?: ExternalToast): void {
  void import("sonner").then(({ toast }) => toast.error(message, options));
}
