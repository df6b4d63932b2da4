import { connection } from "next/server";
import { loadReadiness } from "@/lib/health/loaders";

export async function GET() {
  await connection();
  const readiness = await loadReadiness();
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
