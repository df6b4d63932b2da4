import { connection } from "next/server";

/** The process answers; nothing else is asked. */
export async function GET() {
  await connection();
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}
