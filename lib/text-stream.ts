const encoder = new TextEncoder();

/** Text as a body that is made as fast as it is fetched, and no further when nobody fetches it. */
export const textStream = (parts: AsyncGenerator<string>) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
