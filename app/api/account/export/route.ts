import { db } from "@/db/client";
import { exportAccount } from "@/lib/account/export-account";
import { userRoute } from "@/lib/route";

/** The archive is made as fast as it is fetched, and no further when nobody fetches it any more. */
export const GET = userRoute(async ({ user }) => {
  const now = new Date();
  const archive = await exportAccount(db, { userId: user.id, now });
  const pieces = archive[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const { done, value } = await pieces.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
    cancel: () => {
      archive.destroy();
    },
  });
  const name = `clouder-${now.toISOString().slice(0, 10)}.zip`;
  return new Response(body, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
});
