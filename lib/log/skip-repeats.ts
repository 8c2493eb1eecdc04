/** What is tried again and again is logged at most this often, milliseconds. */
const intervalMs = 60_000;
const linesMax = 100;

/**
 * Decides which of the same lines are written.
 * @returns by line and instant in milliseconds: how many of it were skipped since it was last written; null: skip it
 */
export function createSkipRepeats(): (line: string, atMs: number) => number | null {
  const lines = new Map<string, { readonly writtenMs: number; skipped: number }>();
  return (line, atMs) => {
    const last = lines.get(line);
    if (last !== undefined && atMs - last.writtenMs < intervalMs) {
      last.skipped += 1;
      return null;
    }
    if (lines.size >= linesMax) lines.clear();
    lines.set(line, { writtenMs: atMs, skipped: 0 });
    return last?.skipped ?? 0;
  };
}
