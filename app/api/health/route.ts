import { connection } from "next/server";
import { loadHealth } from "@/lib/health/loaders";

export async function GET() {
  await connection();
  const health = await loadHealth();
  return Response.json(health, {
    status: health.ready ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
