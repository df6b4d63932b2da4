import http from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { pino } from "pino";
import postgres from "postgres";
import { z } from "zod";

/** An app in a process of its own, to be killed: its one function writes down each step it runs. */
const options = z
  .object({
    port: z.number(),
    engineUrl: z.string(),
    databaseUrl: z.string(),
    signingKey: z.string(),
    eventKey: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

const sql = postgres(options.databaseUrl, { max: 2 });
const client = new Inngest({
  id: "app",
  baseUrl: options.engineUrl,
  isDev: false,
  signingKey: options.signingKey,
  eventKey: options.eventKey,
  logger: pino({ level: "silent" }),
});

const ten = client.createFunction(
  { id: "ten", triggers: [{ event: "ten" }] },
  async ({ event, step }) => {
    const done: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      const result = await step.run(`step ${n}`, async () => {
        await sql`insert into deeds (event_id, deed) values (${event.id ?? ""}, ${`step ${n}`})`;
        await sql`select pg_sleep(0.08)`;
        return n;
      });
      done.push(result);
    }
    return done;
  },
);

http.createServer(serve({ client, functions: [ten] })).listen(options.port, "127.0.0.1");
