/** What is decoded part by part. */
export type Parts<Part> = {
  readonly next: () => IteratorResult<Part> | Promise<IteratorResult<Part>>;
  readonly return?: (value: undefined) => unknown;
};

/**
 * Ends a decoding that nobody reads any further. Why it does not end well is nobody's concern, and not caught it would end
 * the thread with all that others decode on it.
 */
export async function endParts(parts: Parts<unknown> | undefined): Promise<void> {
  try {
    await parts?.return?.(undefined);
  } catch {
    // Nobody waits for it.
  }
}
