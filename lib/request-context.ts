import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** The proxy gives each request of a person an id, and the answer tells it. */
export const REQUEST_ID = "x-request-id";

const storage = new AsyncLocalStorage<string>();

export const inRequest = <T>(id: string | null, work: () => T): T =>
  id === null ? work() : storage.run(id, work);

export const currentRequest = (): string | null => storage.getStore() ?? null;
