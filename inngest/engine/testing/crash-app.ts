import http from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { pino } from "pino";
import postgres from "postgres";
import { z } from "zod";

/** An app in a process of its own, to be killed: its one function writes down each step it begins. */
const options = z
  .object({
    port: z.number(),
    engineUrl: z.string(),
    databaseUrl: z.string(),
    signingKey: z.string(),
    eventKey: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

const sql = postgres(options.databaseUrl, { max: 6 });
const client = new Inngest({
  id: "app",
  baseUrl: options.engineUrl,
  isDev: false,
  signingKey: options.signingKey,
  eventKey: options.eventKey,
  logger: pino({ level: "silent" }),
});

const work = client.createFunction(
  { id: "work", triggers: [{ event: "work" }] },
  async ({ event, step }) => {
    const deed = (name: string) =>
      step.run(name, async () => {
        await sql`insert into deeds (event_id, deed) values (${event.id ?? ""}, ${name})`;
        await sql`select pg_sleep(0.04)`;
        return name;
      });
    const done: string[] = [];
    for (const name of ["one", "two", "three"]) done.push(await deed(name));
    done.push(...(await Promise.all(["left", "middle", "right"].map(deed))));
    if (event.data.sleeps) await step.sleep("nap", "1s");
    for (const name of ["four", "five", "six"]) done.push(await deed(name));
    return done;
  },
);

http.createServer(serve({ client, functions: [work] })).listen(options.port, "127.0.0.1");
