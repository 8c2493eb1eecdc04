/** Rows of the gate's files. */
type Row = Readonly<Record<string, unknown>>;

const scorer = { evaluator: "conversation_resolution", version: "21" };

/** The id of a case by its place, such that ids are in order. */
export function gateId(at: number): string {
  return `case-${String(at).padStart(3, "0")}`;
}

/**
 * A cohort's rows.
 * @param crossing how many of them, the first, go over two channels
 */
export function cohortRows(count = 200, crossing = count): readonly Row[] {
  return Array.from({ length: count }, (_, at) => ({
    id: gateId(at),
    channels: at < crossing ? ["chat", "voice"] : ["chat"],
  }));
}

/** A run's rows: a case is resolved (true), not (false) or not scored (null). */
export function outcomeRows(outcomes: readonly (boolean | null)[], more: Row = {}): readonly Row[] {
  return outcomes.map((resolved, at) => ({
    item: gateId(at),
    ...(resolved === null
      ? { error: "replay timed out" }
      : { score: resolved ? 0.9 : 0.2, ...scorer }),
    ...more,
  }));
}

/** So many resolved and then so many not. */
export function resolvedFirst(resolved: number, count = 200): readonly boolean[] {
  return Array.from({ length: count }, (_, at) => at < resolved);
}

/** People's labels, so many resolved and as many not, of which an evaluator scored so many alike. */
export function labelRows(of: number, alikeResolved = of, alikeNot = of): readonly Row[] {
  return [true, false].flatMap((resolved) =>
    Array.from({ length: of }, (_, at) => ({
      id: `label-${String(resolved)}-${String(at)}`,
      resolved,
      score: at < (resolved ? alikeResolved : alikeNot) === resolved ? 0.9 : 0.2,
      ...scorer,
    })),
  );
}

/** Rows as JSON Lines. */
export function jsonLines(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
