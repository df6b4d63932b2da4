import net from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "./free-port.mjs";

test("a free port can be listened on, and none is given twice", async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, freePort));
  expect(new Set(ports).size).toBe(200);
  const server = net.createServer().listen(ports[0], "127.0.0.1");
  onTestFinished(() => void server.close());
  await expect(
    new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject)),
  ).resolves.toBeUndefined();
});

test("no free port is one that a system gives to outgoing connections by itself", async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, freePort));
  expect(Math.min(...ports)).toBeGreaterThan(1023);
  expect(Math.max(...ports)).toBeLessThan(32_768);
});
