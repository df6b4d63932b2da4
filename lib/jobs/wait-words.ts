import { providerName } from "@/lib/connections/provider";
import type { WaitUntilError } from "@/lib/traffic/provider-error";

/** Until when is told beside it, in the reader's own time zone. */
export const waitWords = ({ provider }: Pick<WaitUntilError, "provider">) =>
  `${providerName(provider)} asks us to wait.`;
