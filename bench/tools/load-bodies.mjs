import { gzipSync } from "node:zlib";
import { linesOf, renameIds } from "./repeat-export.mjs";

const spanIds = /"traceId":"([0-9a-f]+)","spanId":"([0-9a-f]+)"/g;

/**
 * An endless supply of request bodies that all differ: an export's requests again and again, each round with other
 * ids. The export's own ids are not used, since a workspace may have them.
 * @param file a gzipped export, one request per line
 * @returns takes the next body: gzipped JSON, and its spans as "trace/span"
 */
export async function createBodySupply(file) {
  const lines = [];
  for await (const line of linesOf(file)) lines.push(line);
  let taken = 0;
  return () => {
    const round = 1 + Math.floor(taken / lines.length);
    const text = renameIds(lines[taken % lines.length], round);
    taken += 1;
    const spans = [...text.matchAll(spanIds)].map(([, trace, span]) => `${trace}/${span}`);
    return { bytes: gzipSync(text, { level: 1 }), rawBytes: text.length, spans };
  };
}
