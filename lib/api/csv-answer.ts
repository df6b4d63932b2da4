import { z } from "zod";
import { textStream } from "@/lib/text-stream";
import { csvLine, valueAt } from "./csv";
import type { Asked, Operation, Surroundings } from "./operation";
import { MOST_ON_A_PAGE } from "./page";

const pageShape = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });
const queryShape = z.record(z.string(), z.unknown());

/** The whole list from the cursor on, a line an item, sent while it is read. */
export async function csvAnswer(
  { answerTo, csv }: Operation,
  asked: Asked,
  surroundings: Surroundings,
): Promise<ReadableStream<Uint8Array>> {
  const columns = csv ?? [];
  const query = queryShape.parse(asked.query);
  const read = async (cursor: unknown) => {
    const from = cursor === undefined ? {} : { cursor };
    const wanted = { ...query, ...from, limit: MOST_ON_A_PAGE };
    return pageShape.parse(await answerTo({ ...asked, query: wanted }, surroundings));
  };
  // Read ahead of the stream: what is refused is still refused with a status.
  const first = await read(query.cursor);
  async function* lines() {
    yield csvLine(columns);
    for (let page = first; ; page = await read(page.nextCursor)) {
      yield page.items.map((row) => csvLine(columns.map((name) => valueAt(row, name)))).join("");
      if (page.nextCursor === null) return;
    }
  }
  return textStream(lines());
}
