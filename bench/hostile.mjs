import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bodies } from "./hostile/bodies.mjs";
import { printHeader, printLimits, printRow, printTogether } from "./hostile/print.mjs";
import { limits, overLimits } from "./hostile/summarise.mjs";

const help = `Measures how long ordinary users of a built server wait beside one hostile sender, body by body.

  npm run build && npm run bench -- hostile [name …] [--cases 20000] [--limit 120] [--folder <folder>] [--json <file>]
    [--minutes <of one server> [--senders 100] [--readers 50]]

  name      hostile bodies; without one all of them
  --list    prints their names and what they are
  --cases   of the workspace, which the demo's generator makes; 20,000 take minutes to make
  --limit   seconds that a hostile body may take, and again what it leaves to be done
  --folder  where the made cases are kept, which later runs read
  --json    where all figures are written
  --minutes sends the bodies one after another to one server for so long, beside as many ordinary senders, who send
            4 contacts a second together, and readers, who look at a page for 15 s each

Each body is sent to a server of its own on a copy of the workspace, with a token of its own. Meanwhile another token
sends a case of 10 spans every 500 ms, pages are read every 700 ms, a note is written every 2 s, and pages that show
what is hostile are opened; the row "nothing" has the same without a hostile body. A case is timed from its first
sending until it is kept, refusals and their Retry-After included, and until the API shows it whole. Exit code 1: a
figure is over its limit. The server's log is written to standard error. Linux only.
`;

const { values, positionals } = parseArgs({
  options: {
    list: { type: "boolean", default: false },
    cases: { type: "string", default: "20000" },
    limit: { type: "string", default: "120" },
    folder: { type: "string" },
    json: { type: "string" },
    minutes: { type: "string" },
    senders: { type: "string", default: "100" },
    readers: { type: "string", default: "50" },
    help: { type: "boolean", default: false },
  },
  allowPositionals: true,
});

const counted = ["cases", "limit", "senders", "readers"];
const numbers = Object.fromEntries(
  [...counted, ...(values.minutes === undefined ? [] : ["minutes"])].map((name) => [
    name,
    Number(values[name]),
  ]),
);
const problem = findProblem();
if (values.help) console.log(help);
else if (values.list)
  for (const { name, what } of bodies) console.log(`${name.padEnd(24)} ${what}`);
else if (problem !== null) {
  console.error(problem);
  process.exitCode = 2;
} else await measureAll(positionals.length > 0 ? positionals : bodies.map(({ name }) => name));

/** What is wrong with the command line, as a sentence; null: nothing. */
function findProblem() {
  const unknown = positionals.find((name) => !bodies.some((body) => body.name === name));
  if (unknown !== undefined) return `There is no hostile body "${unknown}"; --list names them.`;
  const wrong = Object.keys(numbers).find((name) => !(numbers[name] >= 1));
  if (wrong === undefined) return null;
  return `--${wrong} ${values[wrong]} is not a number from 1 on; give one, or leave it out.`;
}

async function measureAll(names) {
  // Loaded here: the list is printed without a build.
  const [{ makeWorkspace }, { measureBody }, { measureTogether }, { readNoteAction }] =
    await Promise.all([
      import("./hostile/workspace.mjs"),
      import("./hostile/measure-body.mjs"),
      import("./hostile/measure-together.mjs"),
      import("./hostile/clients.mjs"),
    ]);
  const noteAction = readNoteAction();
  const folder = mkdtempSync(join(tmpdir(), "throughline-hostile-"));
  const nowMs = Date.now();
  const [cases, limitMs] = [numbers.cases, numbers.limit * 1000];
  const machine = { cpus: cpus().length, node: process.version, loadAtStart: loadavg()[0] };
  const rows = [];
  const keep = (row) => {
    rows.push(row);
    printRow(row);
    const result = { machine, cases, limitMs, limits, rows };
    if (values.json !== undefined)
      writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  };
  try {
    const senders = numbers.minutes === undefined ? 1 : numbers.senders;
    const made = await makeWorkspace(folder, {
      cases,
      kept: values.folder ?? null,
      senders,
      nowMs,
    });
    if (numbers.minutes !== undefined) {
      const template = { ...made, noteAction };
      const figures = await measureTogether(names, template, {
        ...numbers,
        folder,
        limitMs,
        nowMs,
      });
      printTogether(figures);
      if (values.json !== undefined)
        writeFileSync(values.json, `${JSON.stringify({ machine, cases, ...figures }, null, 2)}\n`);
      return;
    }
    const measure = (name) =>
      measureBody(name, { ...made, noteAction }, { folder, limitMs, nowMs });
    printHeader();
    const idle = await measure(null);
    keep(compareWith(idle, idle));
    for (const name of names) {
      try {
        keep(compareWith(idle, await measure(name)));
      } catch (error) {
        keep({ name, notMeasured: String(error), over: ["not measured"] });
      }
    }
    printLimits(rows);
    process.exitCode = rows.some(({ over }) => over.length > 0) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds to a body's figures what they are beside those of no hostile body. */
function compareWith(idle, figures) {
  const pagesRatio = Number((figures.pages.p95Ms / idle.pages.p95Ms).toFixed(2));
  return { ...figures, pagesRatio, over: overLimits(figures, idle) };
}
