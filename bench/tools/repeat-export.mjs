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
    for await (const line of createInterface({
      input: createReadStream(from).pipe(createGunzip()),
    })) {
      const text = `${renamed(line, round)}\n`;
      written += Buffer.byteLength(text);
      if (!out.write(text)) await once(out, "drain");
      if (written >= bytes) break;
    }
  }
  out.end();
  await once(out, "finish");
}

/** Shifts letters and digits of ids; which spans share a trace or a case is unchanged. */
function renamed(line, round) {
  const digit = round.toString(16).padStart(4, "0").slice(-4);
  return line
    .replace(/"traceId":"[0-9a-f]{4}/g, (id) => `${id.slice(0, -4)}${mixed(id.slice(-4), digit)}`)
    .replace(/(case_id","value":\{"stringValue":")/g, `$1${round === 0 ? "" : `r${round}-`}`);
}

function mixed(one, other) {
  return (parseInt(one, 16) ^ parseInt(other, 16)).toString(16).padStart(4, "0");
}
