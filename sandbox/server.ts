import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { createSandboxApp } from "./app";
import { createContext } from "./context";
import type { LibrarySize } from "./listener/library-size";
import { warmUp } from "./listener/warm-up";

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  seed?: string;
  /** Multiplies the 120 to 250 tracks of a style-week. */
  scale?: number;
  /** Folder that lets playlists and tokens outlive a restart; none keeps them in memory. */
  dataDir?: string | null;
  clientId?: string;
  clientSecret?: string;
  appleTeamId?: string;
  appleKeyId?: string;
  /** Checks developer tokens; without one the sandbox makes a pair, see `GET /__sandbox/apple`. */
  applePublicKey?: string | null;
  /** How much the demo users have and have heard; `none` unless asked for. */
  library?: LibrarySize;
  now?: () => Date;
}

export interface Sandbox {
  /** "http://127.0.0.1:3001" */
  url: string;
  close(): Promise<void>;
}

/** Starts the simulated Spotify, Beatport and Apple Music on one port; rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? "127.0.0.1";
  const context = createContext({
    seed: options.seed ?? "clouder",
    scale: options.scale ?? 1,
    dataDir: options.dataDir ?? null,
    credentials: {
      clientId: options.clientId ?? "clouder-demo",
      clientSecret: options.clientSecret ?? "clouder-demo-secret",
    },
    apple: {
      teamId: options.appleTeamId ?? "CLOUDERDMO",
      keyId: options.appleKeyId ?? "CLOUDERKEY",
      publicKey: options.applePublicKey ?? null,
    },
    library: options.library ?? "none",
    now: options.now ?? (() => new Date()),
  });

  const server = serve({
    fetch: createSandboxApp(context).fetch,
    port: options.port ?? 0,
    hostname: host,
  });
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`The sandbox cannot start: port ${options.port} is taken.`) : error);
    });
    server.once("listening", () => resolve(server.address() as AddressInfo));
  });

  const closing = new AbortController();
  void warmUp(context, closing.signal);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        closing.abort();
        context.store.save();
        server.close((error) => (error ? reject(error) : resolve()));
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
