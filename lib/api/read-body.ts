import { LARGEST_FILE } from "@/lib/rules/schema";
import { Problem } from "./problem";

/** No rule set is larger. */
const MOST_BYTES = LARGEST_FILE;
const JSON_TYPE = /^application\/(json|[\w.-]+\+json)\s*(;|$)/i;

/** The JSON of a request, whatever its client says of its length; undefined when it has no body. */
export async function readBody(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;
  if (!JSON_TYPE.test(request.headers.get("content-type") ?? "")) {
    throw new Problem("unsupported-media-type", "Send the body as application/json.", {
      headers: { accept: "application/json" },
    });
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof TypeError)) throw cause;
    throw new Problem("malformed", "The body is not JSON.");
  }
}

async function readBytes({ body }: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > MOST_BYTES) {
      throw new Problem("too-large", `A body may have ${MOST_BYTES / 1024} KiB at most.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
