import net from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "./free-port.mjs";
import { refuseTakenPorts } from "./ports.mjs";

const listen = (host: string) =>
  new Promise<number>((resolve) => {
    const server = net.createServer().listen(0, host, () => {
      const address = server.address();
      if (address && typeof address === "object") resolve(address.port);
    });
    onTestFinished(() => void server.close());
  });

test("free ports pass", async () => {
  const web = { port: await freePort(), setting: "PORT", program: "web server" };
  await expect(refuseTakenPorts([web])).resolves.toBeUndefined();
});

test("a taken port is refused with its number and its setting, also when taken on every address", async () => {
  for (const host of ["127.0.0.1", "0.0.0.0"]) {
    const port = await listen(host);
    const refused = refuseTakenPorts([{ port, setting: "ENGINE_PORT", program: "engine" }]);
    await expect(refused).rejects.toThrow(`Port ${port}, wanted for the engine, is taken.`);
    await expect(refused).rejects.toThrow("ENGINE_PORT=");
  }
});

test("two programs cannot be given one port", async () => {
  const port = await freePort();
  const refused = refuseTakenPorts([
    { port, setting: "PORT", program: "web server" },
    { port, setting: "SANDBOX_PORT", program: "sandbox" },
  ]);
  await expect(refused).rejects.toThrow("PORT and SANDBOX_PORT are both");
});
