import "server-only";
import type { AnswerClaims } from "@/lib/domain/answer-claims";
import type { DerivedCase } from "@/lib/domain/case";
import type { Settings } from "@/lib/domain/settings";
import { findAnswerClaims } from "@/lib/evaluators/groundedness/find-answer-claims";
import type { Database } from "@/lib/store/database";
import { loadCaseRetrievals } from "./case-retrievals";

/** A longer case is not put together anew to be looked at. */
const spansMax = 5000;
const remembered = new WeakMap<DerivedCase, Promise<readonly AnswerClaims[]>>();

/**
 * Sets the answers of a stored case beside what was retrieved for them. The passages stand on its spans:
 * they are read where an answer of it was scored against some, and remembered with the case.
 */
export function loadAnswerClaims(
  db: Database,
  derived: DerivedCase,
  settings: Settings,
): Promise<readonly AnswerClaims[]> {
  const hasPassages = derived.scores.some(({ evaluator }) => evaluator === "groundedness");
  if (!hasPassages || derived.spanCount > spansMax) return Promise.resolve([]);
  const known = remembered.get(derived) ?? readClaims(db, derived, settings);
  remembered.set(derived, known);
  return known;
}

async function readClaims(
  db: Database,
  derived: DerivedCase,
  settings: Settings,
): Promise<readonly AnswerClaims[]> {
  return findAnswerClaims(derived, await loadCaseRetrievals(db, derived.caseId, settings));
}
