import { Hono } from "hono";
import { parseJson } from "../answers";
import { transact } from "../database";
import type { Engine } from "../engine";
import { createEvent, readSentEvents, type SentEvent } from "../events";
import { triggersOn } from "../function-config";
import { ingestEvents } from "../ingest-events";
import type { Registration } from "../registration";
import { safeEqual } from "../signature";
import { seededUlids, ulid } from "../ulid";

/** `POST /e/{event key}`: takes one event or a list, and answers with their ids once they are stored. */
export function eventRoutes(engine: Engine, registration: Registration) {
  const { sql, registry, settings } = engine;
  return new Hono().post("/:key", async (context) => {
    if (!safeEqual(context.req.param("key"), settings.eventKey)) {
      return context.json({ error: "The event key is unknown", status: 401 }, 401);
    }
    const body = parseJson(await context.req.text());
    if (body === undefined) return context.json({ error: "The body is no JSON", status: 400 }, 400);

    const events = identify(readSentEvents(body), context.req.header("x-inngest-event-id-seed"));
    // An event that nobody listens to may come from an app newer than what is registered.
    if (!events.every(({ payload }) => isListenedTo(engine, payload))) await registration.refresh();
    await transact(sql, (tx) => ingestEvents(tx, registry.functions(), events));
    return context.json({ ids: events.map(({ id }) => id), status: 200 });
  });
}

function identify(events: SentEvent[], seed: string | undefined) {
  const seeded = seed ? seededUlids(seed, events.length) : null;
  return events.map((event, index) => createEvent(seeded?.[index] ?? ulid(), event));
}

const isListenedTo = ({ registry }: Engine, event: { name: string }) =>
  [...registry.functions().values()].some((fn) => triggersOn(fn, event));
