import { assembleCase } from "@/lib/cases/assemble-case";
import { judgeAssembly } from "@/lib/cases/derive-case";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import { readReplayCaseId } from "@/lib/domain/gate/replay";
import type { AdoptedIntents } from "@/lib/domain/case/intent-model";
import { isOfAnotherPerson } from "@/lib/evaluators/facts/is-of-another";
import { findAnswerClaims } from "@/lib/evaluators/groundedness/find-answer-claims";
import { createIntentInference } from "@/lib/evaluators/intents/infer-intent";
import { evaluators } from "@/lib/evaluators/registry";
import { remember } from "@/lib/evaluators/remember";
import { runEvaluators } from "@/lib/evaluators/run-evaluators";
import { caseRow } from "@/lib/analytics/rows/case-row";
import type { CaseFindings } from "@/lib/analytics/rows/case-findings";
import { readReplayErrors } from "@/lib/store/gate/stored-traces";
import { readCaseInput } from "@/lib/store/cases/case-input";
import type { Database } from "@/lib/store/port";
import type { QueueEntry } from "@/lib/store/queue";
import type { CaseWrite } from "@/lib/store/cases/write-case";
import { caseRetrievals } from "./case-retrievals";
import type { DrainOptions } from "./drain-options";
import type { DerivationContext } from "./derivation-context";
import { followMerges } from "./follow-merges";
import { extractCaseFindings } from "./extract-case-findings";
import { replayRow } from "./replay-row";

const inferenceOf = remember(({ model }: AdoptedIntents) => createIntentInference(model));

/**
 * Derives a case from its spans and records.
 * @returns the rows to store; null rows if nothing is left of the case
 */
export async function deriveDirtyCase(
  db: Database,
  entry: QueueEntry,
  { settings, intents, overrides, version }: DerivationContext,
  { maskAnswer }: DrainOptions,
): Promise<CaseWrite> {
  const mergedInto = (await followMerges(db, overrides, [entry.key])).get(entry.key) ?? null;
  const read = await readAssembly(db, entry.key, { settings, mergedInto, maskAnswer });
  if (read === null) return { entry, rows: null };
  const derived = judgeAssembly(
    read.assembly,
    (assembled) => runEvaluators(assembled, evaluators, settings),
    intents === null ? undefined : inferenceOf(intents),
  );
  const replay = readReplayCaseId(entry.key);
  if (replay !== null) {
    const errors = await readReplayErrors(db, entry.key);
    const row = replayRow(derived, replay, read.belongings, errors);
    return { entry, rows: null, replay: { ...row, derived, derivedWith: version } };
  }
  const findings = extractCaseFindings(derived, read.assembly.judged, settings);
  const row = caseRow(derived, settings, findings);
  const answerClaims = findAnswerClaims(derived, read.retrievals);
  const knowledge = knowledgeOf(findings, answerClaims);
  const found = { derived, row, knowledge };
  return { entry, rows: { ...found, derivedWith: version, contentOf: read.contentOf } };
}

/** What is known of a case without its spans, which may go before it is judged; null: nothing is left of it. */
async function readAssembly(
  db: Database,
  caseId: string,
  {
    settings,
    mergedInto,
    maskAnswer,
  }: Pick<DerivationContext, "settings"> &
    Pick<DrainOptions, "maskAnswer"> & { readonly mergedInto: string | null },
) {
  const { contentOf, ...input } = await readCaseInput(db, caseId);
  const { spans, records } = input;
  if (spans.length === 0 && records.length === 0 && mergedInto === null) return null;
  return {
    assembly: assembleCase({ ...input, mergedInto }, settings, maskAnswer, isOfAnotherPerson),
    belongings: new Set(spans.map(({ belonging }) => belonging)),
    retrievals: caseRetrievals(spans, settings),
    contentOf,
  };
}

/** The extracted findings that the case page shows and its row does not hold. */
function knowledgeOf(
  { facts, packets, promises, disclosures, customerFacts }: CaseFindings,
  answerClaims: StoredKnowledge["answerClaims"],
): StoredKnowledge {
  const known = { handoffFacts: facts, packets, promises, disclosures, answerClaims };
  return customerFacts.length === 0 ? known : { ...known, customerFacts };
}
