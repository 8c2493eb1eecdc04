import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { environmentOf } from "./install.mjs";
import { startModelServer } from "./model-server.mjs";
import { startSink } from "./sink.mjs";

/** A sender that has not ended by then is ended. */
const timeoutMs = 120_000;

/**
 * Runs a sender's program against a model server and a sink of its own. It sees nothing of this process's environment
 * but PATH; HOME is its own folder.
 * @returns whether traces or logs came, how many posts came to each path, and the last lines of its errors if it failed
 */
export async function runSender(sender, folder, story) {
  const bodies = join(folder, "bodies");
  const model = await startModelServer(story);
  const sink = await startSink(bodies);
  const home = join(folder, "home");
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const command =
    sender.registry === "npm" ? ["node", "run.mjs"] : [join(folder, "venv/bin/python"), "run.py"];
  const child = spawn(command[0], command.slice(1), {
    cwd: folder,
    env: {
      ...{ PATH: environmentOf(sender).PATH, HOME: home, LANG: "C.UTF-8", NO_PROXY: "127.0.0.1" },
      ...{ STORY: join(folder, "../story.json"), MODEL_URL: model.url, SINK_URL: sink.url },
    },
    stdio: ["ignore", "ignore", "pipe"],
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  let errors = "";
  child.stderr.on("data", (chunk) => (errors = (errors + chunk).slice(-4000)));
  const status = await new Promise((resolve) =>
    child.on("close", (code, signal) => resolve(code ?? signal)),
  );
  sink.stop();
  model.stop();
  const sent = [...sink.posts.keys()].some((path) => /\/v1\/(traces|logs)$/.test(path));
  return {
    sent,
    posts: sink.posts,
    errors,
    ...(status !== 0 && { error: `ended with ${status}` }),
  };
}
