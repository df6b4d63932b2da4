import type { ActionResult } from "@/lib/action";
import { openImportAction, requestImportAction } from "@/lib/history/actions";
import { uploadLimits } from "@/lib/history/upload-limits";

/** Sends files piece by piece and has them read; a problem comes back as words. */
export async function sendFiles(
  files: readonly File[],
  onSent: (share: number) => void,
): Promise<string | null> {
  const uploads = files.map(({ name, size }) => ({ name: name.slice(0, 200), bytes: size }));
  const opened = await openImportAction({ uploads });
  if (!opened.ok) return problemOf(opened);
  const { importId } = opened.data;
  const all = files.reduce((sum, { size }) => sum + size, 0);
  let sent = 0;
  for (const [number, file] of files.entries()) {
    for (let offset = 0; offset < file.size; offset += uploadLimits.pieceBytes) {
      const piece = file.slice(offset, offset + uploadLimits.pieceBytes);
      const address = `/api/history/imports/${importId}/files/${number}?offset=${offset}`;
      const answer = await fetch(address, { method: "PUT", body: piece });
      if (!answer.ok) return `${file.name} could not be sent. Try again.`;
      sent += piece.size;
      onSent(sent / all);
    }
  }
  const asked = await requestImportAction({ importId });
  return asked.ok ? null : problemOf(asked);
}

const problemOf = (refused: Extract<ActionResult<unknown>, { ok: false }>) => refused.message;
