import { limits } from "./summarise.mjs";

const columns = [
  ["body", 24],
  ["answered", 26],
  ["took s", 8],
  ["ordinary p50", 13],
  ["p99", 8],
  ["max ms", 8],
  ["worst", 12],
  ["derived s", 10],
  ["note ms", 9],
  ["pages p95", 10],
  ["× idle", 7],
  ["MB", 6],
  ["cpu s", 6],
  ["over its limit", 0],
];

const print = (cells) =>
  console.log(
    cells
      .map((cell, at) =>
        at < 2 || at > 12 ? cell.padEnd(columns[at][1]) : cell.padStart(columns[at][1]),
      )
      .join(" ")
      .trimEnd(),
  );

export const printHeader = () => print(columns.map(([title]) => title));

/** Prints the figures of one body; what is missing is marked with its number. */
export function printRow(row) {
  if (row.notMeasured === undefined) printFigures(row);
  else console.log(`${row.name.padEnd(columns[0][1])} not measured: ${row.notMeasured}`);
}

function printFigures({ name, hostile, ordinary, derived, notes, pages, ...row }) {
  const seconds = (ms) => (ms / 1000).toFixed(1);
  const without = (value, missing) => (missing > 0 ? `${value} (−${missing})` : value);
  print([
    name,
    hostile === null ? "–" : wordsOf(hostile.statuses),
    hostile === null ? "–" : seconds(hostile.ms),
    String(ordinary.p50Ms),
    without(String(ordinary.p99Ms), ordinary.notKept),
    String(ordinary.maxMs),
    ordinary.worst,
    without(seconds(derived.maxMs), derived.missing),
    without(String(notes.maxMs), notes.failed),
    without(String(pages.p95Ms), pages.failed),
    row.pagesRatio.toFixed(1),
    String(Math.round(row.memoryBytes / 1e6)),
    row.cpuSeconds.toFixed(1),
    row.over.join(", "),
  ]);
}

/** Prints the limits and how many bodies are over each. */
export function printLimits(rows) {
  const { ordinaryP99Ms, derivedMs, noteMs, pagesRatio, memoryBytes } = limits;
  console.log(
    `\nlimits: ordinary p99 ${ordinaryP99Ms} ms, derived ${derivedMs / 1000} s, note ${noteMs} ms, pages ${pagesRatio} × idle, memory ${memoryBytes / 1e6} MB; (−n): n were not kept, derived, written or shown`,
  );
  const over = rows.filter((row) => row.over.length > 0);
  console.log(`${over.length} of ${rows.length} rows are over a limit`);
}

/** Prints the figures of the users of one server, to which one hostile body was sent after another. */
export function printTogether({ ordinary, derived, notes, pages, ...row }) {
  for (const { name, statuses, ms } of row.sent)
    console.log(`${name.padEnd(columns[0][1])} ${wordsOf(statuses)}, ${(ms / 1000).toFixed(1)} s`);
  const megabytes = row.memoryByMinute.map((bytes) => Math.round(bytes / 1e6));
  console.log(
    [
      "",
      `cases    ${ordinary.bodies} sent: ${wordsOf(ordinary.statuses)}; p50 ${ordinary.p50Ms} ms, p99 ${ordinary.p99Ms} ms, most ${ordinary.maxMs} ms; ${ordinary.notKept} not kept`,
      `derived  within ${(derived.maxMs / 1000).toFixed(1)} s; ${derived.missing} not yet`,
      `pages    ${pages.read} read: ${wordsOf(pages.statuses)}; p95 ${pages.p95Ms} ms`,
      `notes    ${notes.written} written, ${notes.failed} failed; most ${notes.maxMs} ms`,
      `memory   at most ${Math.round(row.memoryBytes / 1e6)} MB; at each minute's end ${megabytes.join(", ")}`,
      `the server ${row.hasEnded ? "ended" : "went on"}`,
    ].join("\n"),
  );
}

function wordsOf(statuses) {
  const parts = Object.entries(statuses).map(([status, many]) =>
    many === 1 ? status : `${many} × ${status}`,
  );
  return parts.join(", ");
}
