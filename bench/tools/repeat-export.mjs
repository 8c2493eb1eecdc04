import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

/**
 * Repeats an export until it has about the given size. Each copy gets different trace and case ids, so that nothing
 * is a duplicate.
 * @param from a gzipped export, one request per line
 * @param to the output file
 */
export async function repeatExport(from, to, bytes) {
  const out = createWriteStream(to);
  let written = 0;
  for (let round = 0; written < bytes; round += 1) {
    for await (const line of linesOf(from)) {
      const text = `${renameIds(line, round)}\n`;
      written += Buffer.byteLength(text);
      if (!out.write(text)) await once(out, "drain");
      if (written >= bytes) break;
    }
  }
  out.end();
  await once(out, "finish");
}

/** The lines of a gzipped file. */
export function linesOf(file) {
  return createInterface({ input: createReadStream(file).pipe(createGunzip()) });
}

/**
 * Gives a copy of a request other ids of traces, cases, customers and sessions; which spans share one is unchanged.
 * @param round 0: as it was
 */
export function renameIds(line, round) {
  if (round === 0) return line;
  return line
    .replace(/"traceId":"[0-9a-f]{4}/g, (id) => `${id.slice(0, -4)}${mixed(id.slice(-4), round)}`)
    .replace(
      /((?:case_id|customer_id|session[._]id|conversation\.id|user\.id)","value":\{"stringValue":")/g,
      `$1r${round}-`,
    );
}

function mixed(id, round) {
  return (parseInt(id, 16) ^ round).toString(16).padStart(4, "0");
}
