import { type AppClient, AppUnreachable } from "./app-client";

/**
 * Several processes of the app as if they were one: each call goes to the least busy of those that
 * answer, and to another one when it did not get there.
 */
export function createAppPool(clients: AppClient[]): AppClient {
  const apps = clients.map((client) => ({ client, calls: 0, answers: false }));

  async function sync() {
    const inquiries = await Promise.allSettled(apps.map(({ client }) => client.sync()));
    for (const [index, app] of apps.entries()) {
      app.answers = inquiries[index]?.status === "fulfilled";
    }
    const answered = inquiries.find((inquiry) => inquiry.status === "fulfilled");
    if (answered) return answered.value;
    throw inquiries.find((inquiry) => inquiry.status === "rejected")?.reason;
  }

  async function call(...args: Parameters<AppClient["call"]>) {
    const app = apps
      .filter(({ answers }) => answers)
      .reduce<(typeof apps)[number] | null>(
        (best, next) => (best && best.calls <= next.calls ? best : next),
        null,
      );
    if (!app) throw new AppUnreachable("No process of the app answers");
    app.calls += 1;
    try {
      return await app.client.call(...args);
    } catch (error) {
      if (!(error instanceof AppUnreachable)) throw error;
      app.answers = false;
    } finally {
      app.calls -= 1;
    }
    return call(...args);
  }

  return { sync, call };
}
