import { type Provider, providerName } from "@/lib/connections/provider";
import { AppError } from "@/lib/errors";

export type ProviderErrorKind =
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "unavailable"
  | "timeout"
  | "network"
  | "malformed";

const transientKinds: ReadonlySet<ProviderErrorKind> = new Set([
  "unavailable",
  "timeout",
  "network",
  "malformed",
]);

type Details = {
  provider: Provider;
  group: string;
  kind: ProviderErrorKind;
  status: number | null;
  /** What the provider calls it, as far as it says. */
  reason?: string | null;
  message: string;
};

/** A provider's refusal or silence; the message is one sentence that holds no secret. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly provider: Provider;
  readonly group: string;
  readonly kind: ProviderErrorKind;
  /** Null when nothing was answered. */
  readonly status: number | null;
  readonly reason: string | null;

  constructor(
    { provider, group, kind, status, reason = null, message }: Details,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.provider = provider;
    this.group = group;
    this.kind = kind;
    this.status = status;
    this.reason = reason;
  }

  /** The same request may succeed later; a write may have been applied: read before writing again. */
  get transient() {
    return transientKinds.has(this.kind);
  }
}

/** The provider asked for patience beyond what a request waits: nothing was lost, ask again at `until`. */
export class WaitUntilError extends Error {
  override readonly name = "WaitUntilError";
  constructor(
    readonly provider: Provider,
    readonly group: string,
    readonly until: Date,
  ) {
    super(`${providerName(provider)} asks us to wait until ${until.toISOString()}.`);
  }
}

/** Where a person waits for the answer, its absence is something to be told; other errors pass. */
export function tellNoAnswer(error: unknown): never {
  if (error instanceof WaitUntilError) {
    const message = `${providerName(error.provider)} asks us to wait a while.`;
    throw new AppError("NO_ANSWER", message, { cause: error });
  }
  if (error instanceof ProviderError) {
    throw new AppError("NO_ANSWER", error.message, { cause: error });
  }
  throw error;
}
