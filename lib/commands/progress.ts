import { formatCount, formatCounted } from "@/lib/format/format";

const barWidth = 24;
const redrawMs = 100;
/** Between two lines of a log. */
const lineMs = 10_000;

export type Progress = {
  /** @param count bytes of the total, or items done if there is no total */
  readonly update: (count: number) => void;
  readonly done: () => void;
};

const silent: Progress = { update: () => undefined, done: () => undefined };

/**
 * A progress bar on standard error if that is a terminal.
 * @param total null if unknown
 */
export function createProgress(label: string, total: number | null): Progress {
  const terminal = process.stderr;
  if (!terminal.isTTY) return silent;
  let drawnMs = 0;
  return {
    update: (count) => {
      if (performance.now() - drawnMs < redrawMs) return;
      drawnMs = performance.now();
      terminal.write(`\r\u001b[K${label} ${draw(count, total)}`);
    },
    done: () => terminal.write("\r\u001b[K"),
  };
}

/** A progress bar for one labelled piece of work after the other, each from 0 to 1. */
export function createBars(): {
  readonly update: (label: string, share: number) => void;
  readonly done: () => void;
} {
  let drawn: { readonly label: string; readonly bar: Progress } | null = null;
  return {
    update: (label, share) => {
      if (drawn?.label !== label) drawn = { label, bar: createProgress(label, 1) };
      drawn.bar.update(share);
    },
    done: () => drawn?.bar.done(),
  };
}

/** How far a piece of work is, e.g. 200 of 1,000 rows of "main, copying". */
export type Step = {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Of what is counted, in the singular. */
  readonly noun: string;
};

/**
 * How far several pieces of work of minutes are, on standard error: at a terminal a bar, elsewhere a line every ten
 * seconds.
 * @param now milliseconds
 */
export function createSteps(now = () => performance.now()): {
  readonly update: (step: Step) => void;
  readonly done: () => void;
} {
  const terminal = process.stderr;
  let saidMs = now();
  return {
    update: (step) => {
      if (now() - saidMs < (terminal.isTTY ? redrawMs : lineMs)) return;
      saidMs = now();
      const bar = `\r\u001b[K${step.label} ${draw(step.done, step.total)}  ${countsOf(step)}`;
      terminal.write(terminal.isTTY ? bar : `${describeStep(step)}\n`);
    },
    done: () => void (terminal.isTTY && terminal.write("\r\u001b[K")),
  };
}

/** "main, copying: 200 of 1,000 rows" */
export function describeStep(step: Step): string {
  return `${step.label}: ${countsOf(step)}`;
}

function countsOf({ done, total, noun }: Step): string {
  return `${formatCount(done)} of ${formatCounted(total, noun)}`;
}

function draw(count: number, total: number | null): string {
  if (total === null || total === 0) return count.toLocaleString("en-US");
  const share = Math.min(1, count / total);
  const filled = Math.round(share * barWidth);
  return `${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${String(Math.floor(share * 100))} %`;
}
