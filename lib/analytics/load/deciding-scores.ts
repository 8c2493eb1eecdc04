import "server-only";
import type { ScoreBasis } from "../metrics/metric";
import { isWorse } from "../rows/worst-scores";
import type { Database } from "@/lib/store/port";
import type { CaseRowWith } from "@/lib/store/cases/case-columns";
import type { CaseListRow } from "@/lib/store/cases/list-case-rows";
import { readCaseScores, type CaseScore } from "@/lib/store/cases/read-case-scores";
import type { DecidingScore } from "../words/case-list-item";

type Deciding = readonly (DecidingScore | null)[];

/** The scores of a case by which a list is filtered, in the order of `bases`; null where there is none. */
export async function decidingScores(
  reader: Database,
  { caseId, lastOrdinal }: Pick<CaseListRow, "caseId" | "lastOrdinal">,
  bases: readonly ScoreBasis[],
): Promise<Deciding> {
  if (bases.length === 0) return [];
  const scores = await readCaseScores(reader, caseId, evaluatorsOf(bases));
  return bases.map(({ evaluator, of }) =>
    worstOf(evaluator, of === "worst" ? scores : scores.filter(isIn(lastOrdinal))),
  );
}

/** Such scores of each contact of a case, by the ordinal of the interaction. */
export async function contactDecidingScores(
  reader: Database,
  { caseId, contactRows }: Pick<CaseRowWith<"contactRows">, "caseId" | "contactRows">,
  bases: readonly ScoreBasis[],
): Promise<ReadonlyMap<number, Deciding>> {
  if (bases.length === 0) return new Map();
  const scores = await readCaseScores(reader, caseId, evaluatorsOf(bases));
  return new Map(
    contactRows.map(({ ordinal }) => {
      const own = scores.filter(isIn(ordinal));
      return [ordinal, bases.map(({ evaluator }) => worstOf(evaluator, own))];
    }),
  );
}

function evaluatorsOf(bases: readonly ScoreBasis[]): readonly string[] {
  return bases.map(({ evaluator }) => evaluator);
}

function isIn(ordinal: number | null): (score: CaseScore) => boolean {
  // Scores of a whole case have no interaction either.
  return ({ interaction }) => ordinal !== null && interaction === ordinal;
}

function worstOf(evaluator: string, scores: readonly CaseScore[]): DecidingScore | null {
  return worstIn(scores.filter((score) => score.evaluator === evaluator));
}

function worstIn(scores: readonly CaseScore[]): DecidingScore | null {
  const worst = scores.reduce<CaseScore | null>(
    (known, score) => (known === null || isWorse(score, known) ? score : known),
    null,
  );
  if (worst === null) return null;
  const { evaluator, value, version } = worst;
  return { evaluator, value, version };
}
