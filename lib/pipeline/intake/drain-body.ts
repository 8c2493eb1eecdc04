/**
 * Reads what is left of a body into nothing, beside the answer: a connection whose body stays unread
 * would block the sender's next request on it.
 * @returns at the body's end; a sender that goes away is an end too
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
