import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openAsBlob, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { repeatExport } from "./tools/repeat-export.mjs";
import { serve } from "./tools/serve.mjs";
import { signIn } from "./tools/sign-in.mjs";

const help = `Times a large file from its sending by a page until its cases are derived.

  npm run build && node bench/upload.mjs <export.jsonl.gz> [--megabytes 100]
`;

const { values, positionals } = parseArgs({
  options: { megabytes: { type: "string", default: "100" }, help: { type: "boolean" } },
  allowPositionals: true,
});
const [source] = positionals;
if (values.help || source === undefined || !existsSync(source)) console.log(help);
else await measureUpload(source, Number(values.megabytes) * 1e6);

async function measureUpload(from, bytes) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-upload-"));
  const file = join(folder, "large.jsonl");
  await repeatExport(from, file, bytes);
  const data = join(folder, "data");
  const { url, child } = await serve(data);
  try {
    const cookie = await signIn(url, data);
    console.log(`${(statSync(file).size / 1e6).toFixed(1)} MB, load ${loadavg()[0].toFixed(1)}`);
    const cpu = () => `${processorTime(child.pid)} of the processor's`;
    const startMs = performance.now();
    const logElapsed = (what) => {
      const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
      console.log(`${what} after ${seconds} s, ${cpu()}`);
    };
    await send(url, cookie, file);
    logElapsed("sent");
    await until(url, cookie, (state) => state.kind === "deriving" || state.kind === "done");
    logElapsed("read");
    const done = await until(url, cookie, (state) => state.kind === "done");
    logElapsed("derived");
    console.log(`${done.accepted} spans, ${done.cases} cases`);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function send(url, cookie, file) {
  const response = await fetch(`${url}/api/uploads`, {
    method: "POST",
    headers: { cookie, origin: url, "x-upload-id": "a".repeat(32), "x-file-name": "large.jsonl" },
    body: await openAsBlob(file),
  });
  if (response.status !== 201) throw new Error(`Sending answered ${response.status}.`);
}

async function until(url, cookie, isReached) {
  for (;;) {
    const { uploads } = await (await fetch(`${url}/api/uploads`, { headers: { cookie } })).json();
    const state = uploads[0]?.state;
    if (state?.kind === "failed") throw new Error(state.sentence);
    if (state !== undefined && isReached(state)) return state;
    await wait(200);
  }
}

/** CPU time of a process so far, from `ps`. */
function processorTime(pid) {
  return spawnSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
}
