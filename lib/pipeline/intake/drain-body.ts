/**
 * Discards the rest of a body while the response is sent: an unread body would block the sender's
 * next request on the connection.
 * @returns at the body's end, or when the sender disconnects
 */
export async function drainBody(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  const reader = body.getReader();
  const isMore = (): Promise<boolean> =>
    reader.read().then(
      ({ done }) => !done,
      () => false,
    );
  let goesOn = true;
  while (goesOn) goesOn = await isMore();
}
