import { Inngest } from "inngest";
import { log } from "@/lib/log";
import { LogOfWork } from "./log-of-work";
import { WorkOfStep } from "./work-of-step";

/** Keys and the server's address come from INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY and INNGEST_BASE_URL. */
export const inngest = new Inngest({
  id: "clouder",
  logger: log.child({ part: "inngest" }),
  middleware: [WorkOfStep, LogOfWork],
});

type Announcement = Parameters<typeof inngest.send>[0];

/**
 * Tells the background that something happened, after the commit. A lost event loses no work:
 * each flow has a sweep that finds what was never announced.
 */
export async function announce(events: Announcement) {
  try {
    await inngest.send(events);
  } catch (error) {
    log.warn({ error }, "an event could not be sent; the next sweep will find its work");
  }
}
