import type { Evidence, Score, ScoreTarget } from "@/lib/domain/case/case";
import type { SpanKey } from "@/lib/domain/trace/span";
import { fromJson, type Json } from "../json";

/** A score's columns, as `scoreColumns` selects them. */
export type ScoreRow = {
  readonly evaluator: string;
  readonly version: number | null;
  readonly targetKind: ScoreTarget["kind"];
  readonly targetOrdinal: number | null;
  readonly targetSpan: SpanKey | null;
  readonly status: Score["verdict"]["status"];
  readonly value: number | null;
  readonly because: string;
  readonly evidence: Json<readonly Evidence[]>;
};

export const scoreColumns = `evaluator, version, target_kind AS targetKind,
  target_ordinal AS targetOrdinal, target_span AS targetSpan, status, value, because, evidence`;

/** The score that a row holds. */
export function scoreOf(row: ScoreRow): Score {
  return {
    evaluator: row.evaluator,
    version: row.version ?? "imported",
    target: targetOf(row),
    verdict: verdictOf(row),
  };
}

function verdictOf({ status, value, because, evidence }: ScoreRow): Score["verdict"] {
  if (status === "not-applicable") return { status, because };
  const quotes = fromJson(evidence);
  if (status === "scored") return { status, value: value ?? 0, because, evidence: quotes };
  return quotes.length === 0 ? { status, because } : { status, because, evidence: quotes };
}

function targetOf({ targetKind: kind, targetOrdinal, targetSpan }: ScoreRow): ScoreTarget {
  if (kind === "case") return { kind };
  if (kind === "span") return { kind, span: targetSpan ?? "/" };
  return { kind, ordinal: targetOrdinal ?? 0 };
}
