import type {
  CaseInput,
  CaseToJudge,
  DerivedCase,
  InferredIntent,
  Score,
} from "@/lib/domain/case/case";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import { assembleCase, type Assembly } from "./assemble-case";
import { deriveClosure } from "./closure/derive-closure";
import type { IsOfAnotherPerson } from "./number-accounts";
import { openingOf } from "./opening-of";
import { caseValuesOf } from "./read-span-values";

/** Infers an intent from the customer's opening messages, or null. */
export type InferIntent = (opening: readonly string[]) => InferredIntent | null;

const inferNothing: InferIntent = () => null;
const samePerson: IsOfAnotherPerson = () => false;

/**
 * Derives a case from its spans, CRM records and settings alone: neither the spans' order of
 * arrival nor the clock changes the result. See `assembleCase` and `judgeAssembly`.
 */
export function deriveCase(
  stored: CaseInput,
  settings: DerivationSettings,
  evaluate: (assembled: CaseToJudge) => readonly Score[],
  maskAnswer: MaskAnswer,
  inferIntent: InferIntent = inferNothing,
  isOfAnotherPerson: IsOfAnotherPerson = samePerson,
): DerivedCase {
  const assembly = assembleCase(stored, settings, maskAnswer, isOfAnotherPerson);
  return judgeAssembly(assembly, evaluate, inferIntent);
}

/**
 * Derives what rests on an assembled case.
 * @param evaluate scores the assembled case; closure reads the scores
 * @param inferIntent called if no intent is declared
 */
export function judgeAssembly(
  { assembled, judged, importedScores, records, caseEvents, steps }: Assembly,
  evaluate: (assembled: CaseToJudge) => readonly Score[],
  inferIntent: InferIntent = inferNothing,
): DerivedCase {
  const { intent, messages, interactions } = assembled;
  const scores = [...importedScores, ...evaluate(judged)];
  const closure = deriveClosure({ assembled: judged, scores, records, caseEvents });
  const inferredIntent = intent === null ? inferIntent(openingOf(messages)) : null;
  const personalValues = caseValuesOf(judged.spanValues, interactions);
  return { ...assembled, inferredIntent, scores, closure, personalValues, ...steps };
}
