import { tally } from "./exchange.mjs";

/** What an ordinary user may have to bear beside a hostile sender. Milliseconds, and bytes. */
export const limits = {
  ordinaryP99Ms: 1000,
  derivedMs: 5000,
  noteMs: 500,
  pagesRatio: 2,
  memoryBytes: 1.2e9,
};

/**
 * The figures of one body.
 * @param name of the body; null: there was none
 * @param sent what became of the hostile requests
 * @param traffic of the ordinary users (clients.mjs)
 * @param used memory and processor time of the server (watch-server.mjs)
 */
export function summarise({ name, sent, traffic, used, hasEnded }) {
  const { sent: cases, pages, notes, opened, derived } = traffic;
  const waits = cases.map(({ ms }) => ms);
  const answers = cases.flatMap((each) => each.answers);
  return {
    name: name ?? "nothing",
    hostile: sent ?? null,
    ordinary: {
      bodies: cases.length,
      p50Ms: quantile(waits, 0.5),
      p99Ms: quantile(waits, 0.99),
      maxMs: quantile(waits, 1),
      worst: worstOf(answers),
      statuses: tally(answers),
      notKept: cases.filter(({ isKept }) => !isKept).length,
    },
    derived: { maxMs: quantile(derived.times, 1), missing: derived.missing },
    notes: {
      written: notes.length,
      maxMs: quantile(
        notes.map(({ ms }) => ms),
        1,
      ),
      failed: notes.filter(({ isDone }) => !isDone).length,
    },
    pages: {
      read: pages.length,
      p95Ms: quantile(
        pages.map(({ ms }) => ms),
        0.95,
      ),
      statuses: tally(pages),
      failed: pages.filter(({ status }) => status !== 200).length,
    },
    opened: {
      maxMs: quantile(
        opened.map(({ ms }) => ms),
        1,
      ),
      statuses: tally(opened),
      failed: opened.filter(({ status }) => status === null || status >= 500).length,
    },
    ...used,
    hasEnded,
  };
}

/**
 * What of a body's figures is over a limit, by name.
 * @param idle the figures with no hostile body
 */
export function overLimits(figures, idle) {
  const { ordinary, derived, notes, pages, opened, memoryBytes, hasEnded } = figures;
  const over = {
    "server ended": hasEnded,
    ordinary: ordinary.notKept > 0 || ordinary.p99Ms > limits.ordinaryP99Ms,
    derived: derived.missing > 0 || derived.maxMs > limits.derivedMs,
    note: notes.failed > 0 || notes.maxMs > limits.noteMs,
    pages: pages.failed > 0 || pages.p95Ms > limits.pagesRatio * idle.pages.p95Ms,
    "hostile pages": opened.failed > 0,
    memory: memoryBytes > limits.memoryBytes,
  };
  return Object.keys(over).filter((name) => over[name]);
}

/** Nearest rank; 0 of no values. */
function quantile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
}

/** No answer is worse than any status, and a higher status than a lower one. */
function worstOf(answers) {
  const cut = answers.find(({ status }) => status === null);
  if (cut !== undefined) return cut.error;
  return String(Math.max(0, ...answers.map(({ status }) => status)));
}
