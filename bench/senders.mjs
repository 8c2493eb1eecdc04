import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { senders } from "./senders/list.mjs";
import { check } from "./senders/tools/check.mjs";
import { install, tellingLine, newestVersion, pinnedVersion } from "./senders/tools/install.mjs";
import { readBodies } from "./senders/tools/read-bodies.mjs";
import { runSender } from "./senders/tools/run-sender.mjs";
import { update } from "./senders/tools/update.mjs";
import { writePage } from "./senders/tools/write-page.mjs";

const help = `Runs programs that are instrumented as their users would, and compares what is read of their traces with what was said.

  node bench/senders.mjs [name …]            installs what is missing, runs, checks and writes docs/senders.md
  node bench/senders.mjs --read [name …]     reads the bodies of the last run again
  node bench/senders.mjs --newer [name …]    which have a newer version than the one that was run
  node bench/senders.mjs --update [name …]   brings these to their newest version, then as without it
`;

const { values, positionals } = parseArgs({
  options: Object.fromEntries(
    ["help", "newer", "update", "read"].map((name) => [name, { type: "boolean" }]),
  ),
  allowPositionals: true,
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const resultsFile = here("senders/results.json");
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const unknown = positionals.filter((name) => !senders.some((sender) => sender.name === name));
const chosen = senders.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

if (values.help) console.log(help);
else if (unknown.length > 0) {
  console.error(
    `No such sender: ${unknown.join(", ")}. There are ${senders.map(({ name }) => name).join(", ")}.`,
  );
  process.exitCode = 2;
} else if (values.newer) chosen.forEach(printIfNewer);
else await runAll();

function printIfNewer(sender) {
  const [last, newest] = [readJson(resultsFile)[sender.name]?.version, newestVersion(sender)];
  if (newest !== undefined && newest !== last)
    console.log(`${sender.name}: ${sender.package} ${newest}, run with ${last ?? "none yet"}`);
}

async function runAll() {
  const story = readJson(here("senders/story.json"));
  const results = readJson(resultsFile);
  for (const sender of chosen) {
    if (values.update && sender.blocked === undefined) update(sender);
    const result = await runOne(sender, story);
    results[sender.name] = {
      version: sender.blocked === undefined ? pinnedVersion(sender) : newestVersion(sender),
      date: (values.read && results[sender.name]?.date) || new Date().toISOString().slice(0, 10),
      ...result,
    };
    print(sender, results[sender.name]);
  }
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  writePage(senders, results);
}

async function runOne(sender, story) {
  if (sender.blocked !== undefined) return { error: sender.blocked };
  const { folder, error } = install(sender);
  if (error !== undefined) return { error };
  const bodies = join(folder, "bodies");
  if (!values.read) {
    const run = await runSender(sender, folder, story);
    if (run.error !== undefined) return { error: `${run.error}: ${tellingLine(run.errors)}` };
    if (!run.sent)
      return { error: `posted no traces (${[...run.posts.keys()].join(", ") || "nothing"})` };
  }
  return check(story, readBodies(bodies, join(folder, "data")));
}

function print({ name, package: title }, { version, date, right, expected, wrong, error }) {
  const outcome = error ?? [`${right} of ${expected} messages right`, ...wrong].join("; ");
  console.log(`${name}: ${title} ${version}, ${date}: ${outcome}`);
}
