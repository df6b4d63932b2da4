import { AppError } from "@/lib/errors";

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = Buffer.from('"\\[]{}');
const BLANK = new Set(Buffer.from(" \t\r\n,"));
const LONGEST_ROW = 1_000_000;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

const notAList = () =>
  new AppError("INVALID", "It is not a list of plays as Spotify's extended history has them.");

/**
 * The objects of a JSON list as texts, in the pieces in which they come in, without holding the list
 * in memory. A list that is cut off yields what is whole, and then fails.
 */
export async function* splitRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let held: Buffer = Buffer.alloc(0);
  let at = 0;
  let start = -1;
  let depth = 0;
  let inText = false;
  let isEscaped = false;
  let isOver = false;
  let isFirst = true;

  for await (const chunk of chunks) {
    const piece = isFirst && chunk.subarray(0, 3).equals(MARK) ? chunk.subarray(3) : chunk;
    isFirst = false;
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    const rows: string[] = [];
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (inText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) inText = false;
        continue;
      }
      if (depth >= 2) {
        if (byte === QUOTE) inText = true;
        else if (byte === OPEN || byte === OPEN_LIST) depth += 1;
        else if (byte === CLOSE || byte === CLOSE_LIST) {
          depth -= 1;
          if (depth === 1) rows.push(bytes.toString("utf8", start, at + 1));
        }
        continue;
      }
      if (byte !== undefined && BLANK.has(byte)) continue;
      if (isOver) throw notAList();
      if (depth === 0 && byte === OPEN_LIST) depth = 1;
      else if (depth === 1 && byte === OPEN) {
        depth = 2;
        start = at;
      } else if (depth === 1 && byte === CLOSE_LIST) {
        depth = 0;
        isOver = true;
      } else throw notAList();
    }
    held = depth >= 2 ? bytes.subarray(start) : Buffer.alloc(0);
    if (held.length > LONGEST_ROW) throw notAList();
    at = held.length;
    start = 0;
    if (rows.length > 0) yield rows;
  }
  if (isFirst || (depth === 0 && !isOver)) throw notAList();
  if (!isOver) throw new AppError("INVALID", "It is cut off.");
}
