import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("..", import.meta.url));
/** Ignored by git; holds each sender's packages, the bodies it sent and the data folder they were read into. */
export const work = fileURLToPath(new URL("../../results/senders", import.meta.url));

const manifests = {
  npm: ["package.json", "package-lock.json"],
  pypi: ["requirements.in", "requirements.txt"],
};

/**
 * Brings a sender's program, story and packages, as its lock pins them, into a folder of its own outside the checkout's
 * packages. Packages are installed again only when the lock changed.
 * @returns the folder, and what went wrong as a sentence if something did
 */
export function install(sender) {
  const from = join(source, sender.name);
  const folder = join(work, sender.name);
  mkdirSync(folder, { recursive: true });
  for (const file of ["story.json", "agent.mjs"])
    copyFileSync(join(source, file), join(work, file));
  cpSync(from, folder, { recursive: true });
  const lock = readFileSync(join(from, manifests[sender.registry][1]), "utf8");
  const stamp = join(folder, "installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return { folder };
  for (const [command, ...args] of steps[sender.registry]) {
    const { status, stderr } = spawnSync(command, args, {
      cwd: folder,
      env: environmentOf(sender),
      encoding: "utf8",
    });
    if (status !== 0) return { folder, error: `${command} ${args[0]}: ${tellingLine(stderr)}` };
  }
  writeFileSync(stamp, lock);
  return { folder };
}

const steps = {
  npm: [["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]],
  pypi: [
    ["python3", "-m", "venv", "venv"],
    ["venv/bin/python", "-m", "pip", "install", "--quiet", "--no-deps", "-r", "requirements.txt"],
  ],
};

/**
 * The environment in which a sender is installed and run: with a Node that it asks for first in PATH, from a package if
 * this one is older. A newer Node than a sender's other packages know makes npm refuse them.
 */
export function environmentOf({ nodeMin = 0 }) {
  if (Number(process.versions.node.split(".")[0]) >= nodeMin) return process.env;
  const { folder, error } = install({ name: "node", registry: "npm" });
  if (error !== undefined) throw new Error(error);
  const bin = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin`);
  return { ...process.env, PATH: `${bin}:${process.env.PATH}` };
}

/** The version of the sender's package that its lock pins. */
export function pinnedVersion(sender) {
  const from = join(source, sender.name);
  if (sender.registry === "npm") {
    const lock = JSON.parse(readFileSync(join(from, "package-lock.json"), "utf8"));
    return lock.packages[`node_modules/${sender.package}`]?.version;
  }
  const lines = readFileSync(join(from, "requirements.txt"), "utf8").split("\n");
  return lines
    .find((line) => line.startsWith(`${sender.package}==`))
    ?.split("==")[1]
    .trim();
}

/** The newest version that the registry has of the sender's package; undefined if it doesn't say. */
export function newestVersion({ registry, package: name }) {
  if (registry === "npm") return run("npm", ["view", name, "version"])?.trim();
  return /\(([^)]+)\)/.exec(run("python3", ["-m", "pip", "index", "versions", name]) ?? "")?.[1];
}

function run(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}

/** The line of a program's errors that says most: the first that names an error, else the last. */
export function tellingLine(text) {
  const lines = text.split("\n").map((line) => line.trim());
  return (
    lines.find((line) => /^(\w*Error|npm error)\b.*:|^error:/i.test(line)) ??
    lines.findLast(Boolean) ??
    ""
  );
}
