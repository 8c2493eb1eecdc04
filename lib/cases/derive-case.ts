import type { AssembledCase, CaseInput, CaseToJudge, DerivedCase, Score } from "@/lib/domain/case";
import type { DerivationSettings } from "@/lib/domain/settings";
import { deriveClosure } from "./closure/derive-closure";
import { describeInteractions } from "./describe-interactions";
import { findHandoffs } from "./find-handoffs";
import { levelPseudonyms } from "./level-pseudonyms";
import { numberMessages } from "./number-messages";
import { readCaseFacts } from "./read-case-facts";
import { readCaseInstants } from "./read-case-instants";
import { readContacts } from "./read-contacts";
import { readImportedScores } from "./read-imported-scores";
import { readRetrievals } from "./read-retrievals";
import { readSpanValues } from "./read-span-values";
import { sortSpans } from "./sort-spans";

/**
 * Derives a case from its spans, its CRM records and the settings, and from nothing else: neither
 * the order in which the spans arrived nor the clock changes the result.
 * @param evaluate gives the case's scores once it is put together; closure reads them
 */
export function deriveCase(
  input: CaseInput,
  settings: DerivationSettings,
  evaluate: (assembled: CaseToJudge) => readonly Score[],
): DerivedCase {
  const spans = sortSpans(input.spans);
  const contacts = readContacts(spans, settings);
  const messages = numberMessages(contacts);
  const interactions = describeInteractions(contacts, messages);
  const handoffs = findHandoffs(interactions, messages);
  const assembled: AssembledCase = {
    caseId: input.caseId,
    ...readCaseFacts(input, spans),
    ...readCaseInstants({ input, spans, interactions, messages, settings }),
    messages,
    interactions,
    handoffs,
  };
  const judged = {
    ...assembled,
    ...levelPseudonyms(messages, readRetrievals(contacts)),
    spanValues: readSpanValues(spans, contacts),
  };
  const scores = [...readImportedScores(contacts), ...evaluate(judged)];
  const closure = deriveClosure({ assembled: judged, scores, input, spans });
  return { ...assembled, scores, closure };
}
