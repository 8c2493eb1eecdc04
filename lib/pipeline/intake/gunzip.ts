import { createGunzip, type Gunzip, type ZlibOptions } from "node:zlib";

/** Why a gzip stream ended early; null if it has not. */
export type GunzipOutcome = { failure: string | null };

const inputLength = 64 * 1024;
const outputLength = 64 * 1024;

/**
 * A high-water mark of one byte makes the inflater wait until each chunk was read: at most one
 * chunk is buffered however much the input expands, and none is lost if the next is damaged.
 */
const options: ZlibOptions & { readonly readableHighWaterMark: number } = {
  chunkSize: outputLength,
  readableHighWaterMark: 1,
};

/**
 * Decompresses gzip, also of several concatenated members, in chunks of at most 64 KiB. A cut or
 * damaged stream yields what could be decompressed, then ends; `outcome.failure` says why.
 */
export async function* gunzip(
  source: AsyncIterable<Uint8Array>,
  outcome: GunzipOutcome,
): AsyncGenerator<Uint8Array> {
  const inflater = createGunzip(options);
  inflater.on("error", (error: NodeJS.ErrnoException) => {
    outcome.failure = failureOf(error);
  });
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += inputLength) {
        const slice = chunk.subarray(at, at + inputLength);
        yield* outputOf(inflater, (onDone) => inflater.write(slice, onDone));
        if (outcome.failure !== null) return;
      }
    }
    yield* outputOf(inflater, () => inflater.end());
  } finally {
    inflater.destroy();
  }
}

/**
 * @param begin starts a step of the inflater and receives its callback
 * @returns the chunks that the step produced
 */
async function* outputOf(
  inflater: Gunzip,
  begin: (onDone: () => void) => void,
): AsyncGenerator<Uint8Array> {
  const step = { isDone: false, wake: (): void => undefined };
  const wake = (): void => {
    step.wake();
  };
  const end = (): void => {
    step.isDone = true;
    step.wake();
  };
  inflater.on("readable", wake).on("end", end).on("close", end);
  try {
    begin(end);
    for (;;) {
      const bytes = inflater.read() as Uint8Array | null;
      if (bytes !== null) yield bytes;
      else if (step.isDone || inflater.readableEnded) return;
      else await new Promise<void>((resolve) => (step.wake = resolve));
    }
  } finally {
    inflater.off("readable", wake).off("end", end).off("close", end);
  }
}

function failureOf(error: NodeJS.ErrnoException): string {
  return error.code === "Z_BUF_ERROR"
    ? "The input ends in the middle of a gzip stream; what came before was read. Send the file again."
    : "The gzip stream is damaged here; what came before was read. Send the file again.";
}
