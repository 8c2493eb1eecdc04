import "server-only";
import type { ScoreBasis } from "@/lib/rollup/metrics/metric";
import { isWorse } from "@/lib/rollup/worst-scores";
import type { Database } from "@/lib/store/database";
import type { CaseListRow } from "@/lib/store/list-case-rows";
import { readCaseScores, type CaseScore } from "@/lib/store/read-case-scores";
import type { DecidingScore } from "@/lib/view/cases-page-model";

/** The scores of a case that a list goes by, in the order asked; null where there is none. */
export async function decidingScores(
  reader: Database,
  { caseId, contactRows }: Pick<CaseListRow, "caseId" | "contactRows">,
  asked: readonly ScoreBasis[],
): Promise<readonly (DecidingScore | null)[]> {
  if (asked.length === 0) return [];
  const names = asked.map(({ evaluator }) => evaluator);
  const scores = await readCaseScores(reader, caseId, names);
  const last = contactRows.at(-1)?.ordinal;
  return asked.map(({ evaluator, of }) =>
    worstIn(
      scores.filter(
        (score) => score.evaluator === evaluator && (of === "worst" || score.interaction === last),
      ),
    ),
  );
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
