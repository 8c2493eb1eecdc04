import { createGunzip, type Gunzip } from "node:zlib";

/** Why a gzip stream ended before its time; null while it has not. */
export type GunzipOutcome = { failure: string | null };

/** So little at a time that even a bomb's output (about a thousand times as much) fits in memory. */
const inputLength = 8 * 1024;
const outputLength = 64 * 1024;

/**
 * Decompresses gzip, also several members one after another. A stream that is cut or damaged gives
 * what could be decompressed, then ends; `outcome.failure` says why.
 */
export async function* gunzip(
  source: AsyncIterable<Uint8Array>,
  outcome: GunzipOutcome,
): AsyncGenerator<Uint8Array> {
  const inflater = createGunzip({ chunkSize: outputLength });
  const ready: Uint8Array[] = [];
  inflater.on("data", (bytes: Uint8Array) => ready.push(bytes));
  inflater.on("error", (error: NodeJS.ErrnoException) => {
    outcome.failure = failureOf(error);
  });
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += inputLength) {
        await written(inflater, chunk.subarray(at, at + inputLength));
        yield* ready.splice(0);
        if (outcome.failure !== null) return;
      }
    }
    await ended(inflater);
    yield* ready.splice(0);
  } finally {
    inflater.destroy();
  }
}

function written(inflater: Gunzip, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    inflater.once("close", resolve);
    inflater.write(bytes, () => {
      inflater.off("close", resolve);
      resolve();
    });
  });
}

function ended(inflater: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    inflater.once("end", resolve);
    inflater.once("close", resolve);
    inflater.end();
  });
}

function failureOf(error: NodeJS.ErrnoException): string {
  return error.code === "Z_BUF_ERROR"
    ? "The input ends in the middle of a gzip stream; what came before was read. Send the file again."
    : "The gzip stream is damaged here; what came before was read. Send the file again.";
}
