import http from "node:http";
import type { AddressInfo } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { pino } from "pino";
import { createScene, type InngestServer, type Scenario } from "./scene";

/** An app with the functions of all these scenarios, and the way to play them on a server. */
export async function openStage(server: InngestServer, scenarios: Scenario[]) {
  const client = new Inngest({
    id: "conformance",
    baseUrl: server.url,
    eventKey: server.eventKey,
    logger: pino({ level: "silent" }),
    ...(server.signingKey ? { isDev: false, signingKey: server.signingKey } : { isDev: true }),
  });
  const scenes = new Map(scenarios.map((scenario) => [scenario, createScene(client, server)]));
  const functions = [...scenes].flatMap(([scenario, scene]) => scenario.functions(scene));
  const app = http.createServer(serve({ client, functions }));
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`;

  return {
    appUrl,
    /** Lets the app register itself, as it does with a server that does not ask for it. */
    async register() {
      const response = await fetch(appUrl, { method: "PUT" });
      if (!response.ok) throw new Error(`The app could not register: ${await response.text()}`);
    },
    /** Yields what came out where it is not what was expected. */
    async play(scenario: Scenario): Promise<{ actual: unknown } | null> {
      const scene = scenes.get(scenario);
      if (!scene) throw new Error(`"${scenario.title}" is not on this stage`);
      const actual = await scenario.play(scene);
      return isDeepStrictEqual(actual, scenario.expected) ? null : { actual };
    },
    async close() {
      app.closeAllConnections();
      await new Promise((resolve) => app.close(resolve));
    },
  };
}
