import { isResolved, outcomeAt } from "@/lib/domain/case/outcome";
import type { ScoreTarget } from "@/lib/domain/case/case";
import { outcomeFacts } from "../rows/outcome-facts";
import type { Database } from "@/lib/store/database";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readCase, type StoredCase } from "@/lib/store/cases/read-case";

/** One case as `throughline export cases` prints it; the names are the export's contract. */
type ExportedCase = {
  readonly case_id: string;
  readonly customer_id: string | null;
  readonly case_type: string | null;
  readonly intent: string | null;
  readonly channels: readonly string[];
  readonly touchpoints: number;
  readonly handoffs: number;
  readonly messages: number;
  readonly spans: number;
  readonly outcome: string;
  readonly closure_evidence: string;
  readonly resolved: boolean | null;
  readonly scores: readonly ExportedScore[];
  /** From the customer's words where none is declared. */
  readonly inferred_intent: string | null;
  readonly intent_confidence: number | null;
};

type ExportedScore = {
  readonly evaluator: string;
  readonly version: number | "imported";
  /** "case", "interaction:0", "handoff:2", "message:14" or "span:<trace>/<span>". */
  readonly target: string;
  readonly status: string;
  readonly value: number | null;
};

/** Every case of a workspace, in order of ids. @param asOfUs the instant outcomes are read at */
export async function* exportCases(db: Database, asOfUs: number): AsyncGenerator<ExportedCase> {
  for (const caseId of await listCaseIds(db)) {
    const stored = await readCase(db, caseId);
    if (stored !== null) yield exportCase(stored, asOfUs);
  }
}

function exportCase({ row, derived }: StoredCase, asOfUs: number): ExportedCase {
  const outcome = outcomeAt(outcomeFacts(row, row), asOfUs);
  return {
    case_id: row.caseId,
    customer_id: row.customerId,
    case_type: row.caseType,
    intent: row.intent,
    channels: row.channels,
    touchpoints: row.touchpoints,
    handoffs: row.handoffs,
    messages: row.messages,
    spans: row.spans,
    outcome,
    closure_evidence: row.evidence,
    resolved: isResolved(outcome),
    scores: derived.scores.map(({ evaluator, version, target, verdict }) => ({
      evaluator,
      version,
      target: targetName(target),
      status: verdict.status,
      value: verdict.status === "scored" ? verdict.value : null,
    })),
    inferred_intent: row.inferredIntent,
    intent_confidence: derived.inferredIntent?.confidence ?? null,
  };
}

function targetName(target: ScoreTarget): string {
  if (target.kind === "case") return "case";
  return target.kind === "span"
    ? `span:${target.span}`
    : `${target.kind}:${String(target.ordinal)}`;
}
