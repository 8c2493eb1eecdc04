import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, environmentOf, work } from "./install.mjs";

const source = fileURLToPath(new URL("..", import.meta.url));

/** Brings a sender's own packages to their newest versions and locks them. */
export function update(sender) {
  const from = join(source, sender.name);
  const folder = join(work, sender.name);
  mkdirSync(folder, { recursive: true });
  if (sender.registry === "npm") updateNpm(sender, from);
  else updatePypi(from, folder);
  install(sender);
}

/** What the manifest allows: `*` is the newest, a number holds a peer that the sender does not go beyond. */
function updateNpm(sender, from) {
  rmSync(join(from, "package-lock.json"), { force: true });
  run(from, environmentOf(sender), "npm", ["install", "--package-lock-only", "--ignore-scripts"]);
}

function updatePypi(from, folder) {
  rmSync(join(folder, "venv"), { recursive: true, force: true });
  copyFileSync(join(from, "requirements.in"), join(folder, "requirements.in"));
  run(folder, process.env, "python3", ["-m", "venv", "venv"]);
  run(folder, process.env, "venv/bin/python", [
    "-m",
    "pip",
    "install",
    "--quiet",
    "-r",
    "requirements.in",
  ]);
  const frozen = run(folder, process.env, "venv/bin/python", ["-m", "pip", "freeze"]);
  writeFileSync(join(from, "requirements.txt"), frozen);
  writeFileSync(join(folder, "installed"), frozen);
}

function run(cwd, env, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return stdout;
}
