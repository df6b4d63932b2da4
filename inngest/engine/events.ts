import { z } from "zod";
import { canonicalJson } from "./canonical-json";
import type { Tx } from "./database";

const MAX_EVENT_BYTES = 512 * 1024;
const MAX_EVENTS_PER_REQUEST = 5_000;

/** An event as functions see it. */
export const eventPayload = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()),
  ts: z.number().int(),
});
export type EventPayload = z.infer<typeof eventPayload>;

/** An event under the id that the engine gave it; `payload.id` may be the sender's own. */
export interface EngineEvent {
  id: string;
  payload: EventPayload;
}

/** Postgres keeps no NUL in a text. */
const label = z
  .string()
  .min(1)
  .regex(/^[^\0]*$/, "holds a NUL character");

const sentEvent = z
  .looseObject({
    id: label.max(512).nullish(),
    name: label
      .max(256)
      .refine((name) => !name.startsWith("inngest/"), "names under inngest/ are reserved"),
    data: z.record(z.string(), z.unknown()).nullish(),
    ts: z.number().int().nonnegative().nullish(),
  })
  .refine((event) => Buffer.byteLength(JSON.stringify(event)) <= MAX_EVENT_BYTES, {
    error: "an event may hold 512 KB",
  });
export type SentEvent = z.infer<typeof sentEvent>;

const sentEvents = z
  .preprocess((body) => (Array.isArray(body) ? body : [body]), z.array(sentEvent))
  .refine((events) => events.length <= MAX_EVENTS_PER_REQUEST, {
    error: "a request may hold 5,000 events",
  });

/** The events of a request body; throws a ZodError. */
export const readSentEvents = (body: unknown): SentEvent[] => sentEvents.parse(body);

export function createEvent(
  id: string,
  { id: ownId, name, data, ts, ...rest }: SentEvent,
): EngineEvent {
  return {
    id,
    payload: { ...rest, id: ownId ?? id, name, data: data ?? {}, ts: ts ?? Date.now() },
  };
}

/** Stores events and yields those that are new: an own id counts as known for 24 hours. */
export async function storeEvents(tx: Tx, events: EngineEvent[]): Promise<EngineEvent[]> {
  const dedupeIds = events.map(({ id, payload }) => (payload.id === id ? null : payload.id));
  const own = dedupeIds.filter((id) => id !== null);
  if (own.length > 0) {
    await tx`
      update engine.events set dedupe_id = null
      where dedupe_id = any(${own}) and received_at < now() - interval '24 hours'`;
  }
  const stored = await tx<{ id: string }[]>`
    insert into engine.events (id, dedupe_id, name, event)
    select event.id, event.dedupe_id, event.name, event.payload::json
    from unnest(
      ${events.map(({ id }) => id)}::text[],
      ${dedupeIds}::text[],
      ${events.map(({ payload }) => payload.name)}::text[],
      ${events.map(({ payload }) => canonicalJson(payload))}::text[]
    ) event (id, dedupe_id, name, payload)
    on conflict do nothing
    returning id`;
  const fresh = new Set(stored.map(({ id }) => id));
  return events.filter(({ id }) => fresh.has(id));
}
