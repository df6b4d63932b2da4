import { z } from "zod";
import { textStream } from "@/lib/text-stream";
import { csvLine, valueAt } from "./csv";
import type { Asked, Operation, Surroundings } from "./operation";
import { MOST_ON_A_PAGE } from "./page";

const pageShape = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });
const queryShape = z.record(z.string(), z.unknown());

/** The whole list from the cursor on, a line an item, sent while it is read. */
export async function csvAnswer(
  operation: Operation,
  asked: Asked,
  surroundings: Surroundings,
): Promise<ReadableStream<Uint8Array>> {
  const columns = operation.csv ?? [];
  const pages = (operation.pagesOf ?? pageByPage(operation))(asked, surroundings);
  // Read ahead of the stream: what is refused is still refused with a status.
  const first = await pages.next();
  const linesOf = (page: unknown) =>
    pageShape
      .parse(page)
      .items.map((row) => csvLine(columns.map((name) => valueAt(row, name))))
      .join("");
  async function* lines() {
    try {
      yield csvLine(columns);
      if (!first.done) yield linesOf(first.value);
      for await (const page of pages) yield linesOf(page);
    } finally {
      await pages.return(undefined);
    }
  }
  return textStream(lines());
}

const pageByPage = ({ answerTo }: Operation) =>
  async function* pagesOf(asked: Asked, surroundings: Surroundings) {
    const query = queryShape.parse(asked.query);
    for (let cursor: unknown = query.cursor; cursor !== null; ) {
      const from = cursor === undefined ? {} : { cursor };
      const wanted = { ...query, ...from, limit: MOST_ON_A_PAGE };
      const page = pageShape.parse(await answerTo({ ...asked, query: wanted }, surroundings));
      yield page;
      cursor = page.nextCursor;
    }
  };
