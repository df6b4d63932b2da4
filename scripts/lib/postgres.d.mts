import type { ChildProcess } from "node:child_process";

export function initCluster(directory: string, password: string): void;
export function startCluster(
  directory: string,
  port: number,
  settings?: Record<string, string | number>,
  output?: "file" | "pipe",
): ChildProcess;
export function clusterOwner(): number | null;
export function postgresVersion(): string | undefined;
export function untilAccepting(server: ChildProcess | null, port: number, timeoutMs?: number): Promise<void>;
export function stopCluster(server: ChildProcess): Promise<void>;
