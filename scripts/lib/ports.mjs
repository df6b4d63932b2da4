import net from "node:net";
import { Refusal } from "./refusal.mjs";

/** The error code of listening there, or null when the port is free. */
const listenError = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });

/** Some systems let a second server listen beside one that listens on every address. */
const answers = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

/**
 * Throws a Refusal for the first port that cannot be used.
 * @param {{ port: number, host?: string, setting: string, program: string }[]} wanted
 */
export async function refuseTakenPorts(wanted) {
  const seen = new Map();
  for (const { port, host = "127.0.0.1", setting, program } of wanted) {
    const other = seen.get(port);
    if (other) throw new Refusal(`${other} and ${setting} are both ${port}; give them two ports.`);
    seen.set(port, setting);

    const error = (await listenError(port, host)) ?? ((await answers(port)) ? "EADDRINUSE" : null);
    if (error === null) continue;
    if (error === "EADDRINUSE") {
      throw new Refusal(
        `Port ${port}, wanted for the ${program}, is taken. Stop what uses it, or choose another: ${setting}=${port + 100} npm start`,
      );
    }
    throw new Refusal(
      `The ${program} cannot listen on ${host}:${port} (${error}). Choose another port with ${setting}.`,
    );
  }
}
