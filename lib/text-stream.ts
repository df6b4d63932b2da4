const encoder = new TextEncoder();

/**
 * Text as a body that is made as fast as it is fetched, and no further when nobody fetches it. The
 * first part is made at once, so that what a body holds open is let go even when it is never fetched.
 */
export function textStream(parts: AsyncGenerator<string>) {
  async function go(controller: ReadableStreamDefaultController<Uint8Array>) {
    const { done, value } = await parts.next();
    if (done) controller.close();
    else controller.enqueue(encoder.encode(value));
  }
  return new ReadableStream<Uint8Array>({
    start: go,
    pull: go,
    async cancel() {
      await parts.return(undefined);
    },
  });
}
