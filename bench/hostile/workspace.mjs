import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBundled } from "../../bin/tools/bundle.mjs";
import { root } from "../../bin/tools/paths.mjs";
import { buildMeasures } from "../tools/build.mjs";
import { measure } from "../tools/measure.mjs";
import { serve } from "../tools/serve.mjs";
import { signIn } from "../tools/sign-in.mjs";

const cli = join(root, "dist/cli.mjs");

/**
 * Makes a data folder with derived cases of the demo's generator, an admin and tokens of the senders.
 * @param folder where all of it is put
 * @param senders how many ordinary ones
 * @param kept a folder in which the cases stay for later runs, or null
 * @returns the data folder and what its users need to be let in
 */
export async function makeWorkspace(folder, { cases, kept, senders, nowMs }) {
  if (!(await ensureBundled())) throw new Error("The command line could not be bundled.");
  const data = join(folder, "template");
  if (kept === null) await makeCases(data, cases, nowMs);
  else {
    const made = join(kept, `hostile-${cases}`);
    if (!existsSync(made)) {
      await makeCases(`${made}.unfinished`, cases, nowMs);
      renameSync(`${made}.unfinished`, made);
    }
    cpSync(made, data, { recursive: true });
  }
  const server = await serve(data);
  try {
    const cookie = await signIn(server.url, data);
    const ordinary = Array.from({ length: senders }, (_, at) =>
      addToken(data, `ordinary-${at}`, ["ingest", "export"]),
    );
    const hostile = addToken(data, "hostile", ["ingest"]);
    return { data, cookie, ordinary, hostile };
  } finally {
    await stopServer(server);
  }
}

async function makeCases(data, cases, nowMs) {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const path = join(data, "export.jsonl");
  const bundle = await buildMeasures();
  await measure(bundle, "write-demo-export", { path, cases, endMs: nowMs });
  const env = { ...process.env, THROUGHLINE_DATA: data };
  const child = spawn(process.execPath, [cli, "ingest", path], { env, stdio: ["ignore", 1, 2] });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`Ingesting the made cases ended with ${code}.`);
  rmSync(path);
}

function addToken(data, name, permissions) {
  const env = { ...process.env, THROUGHLINE_DATA: data };
  const args = [cli, "token", "add", name, "--may", ...permissions];
  const { stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  const secret = stdout.trim().split(" ").at(1);
  if (secret === undefined) throw new Error(`Making a token failed: ${stderr}`);
  return secret;
}

/** Asks a server to stop, and after half a minute kills it. */
export async function stopServer({ child }, patienceMs = 30_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.kill();
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await closed;
  clearTimeout(timer);
}
