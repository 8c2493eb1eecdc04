import type {
  AssembledCase,
  CaseInput,
  CaseToJudge,
  DerivedCase,
  InferredIntent,
  Score,
} from "@/lib/domain/case/case";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import { sumUsage } from "@/lib/domain/trace/model-usage";
import { spanKey, type SpanKey } from "@/lib/domain/trace/span";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { deriveClosure } from "./closure/derive-closure";
import { describeInteractions } from "./describe-interactions";
import { findHandoffs, type TeamOf } from "./find-handoffs";
import { canonicaliseAnswers } from "./canonicalise-answers";
import { canonicalisePseudonyms } from "./canonicalise-pseudonyms";
import { maskAnswers } from "./mask-answers";
import { maskEventAnswers } from "./mask-event-answers";
import { maskKnownNames } from "./names/mask-known-names";
import { numberAccounts, type IsOfAnotherPerson } from "./number-accounts";
import { numberMessages } from "./number-messages";
import { openingOf } from "./opening-of";
import { findLongTexts, readBeginnings } from "./read-beginnings";
import { placeDisclosures } from "./read-case-events";
import { readCaseFacts } from "./read-case-facts";
import { readCaseInstants } from "./read-case-instants";
import { readContacts, type Contact } from "./read-contacts";
import { readImportedScores } from "./read-imported-scores";
import { readRetrievals } from "./read-retrievals";
import { caseValuesOf, readSpanValues } from "./read-span-values";
import { createRestore, restoreMessages, restoreRetrievals } from "./names/restore-named";
import { findFailures } from "./steps/find-failures";
import { nameTools } from "./steps/name-tools";
import { sortSpans } from "./sort-spans";
import { withinInstants } from "./within-instants";

/** Infers an intent from the customer's opening messages, or null. */
export type InferIntent = (opening: readonly string[]) => InferredIntent | null;

const inferNothing: InferIntent = () => null;
const samePerson: IsOfAnotherPerson = () => false;

/**
 * Derives a case from its spans, CRM records and settings alone: neither the spans' order of
 * arrival nor the clock changes the result.
 * @param evaluate scores the assembled case; closure reads the scores
 * @param maskAnswer masks what only the preceding question shows to be personal; with its key, names of persons
 *   that a tool returned are masked elsewhere, and names of places and products made readable again
 * @param inferIntent called if no intent is declared
 * @param isOfAnotherPerson tells contacts about another account apart, whose endings are not the case's
 */
export function deriveCase(
  stored: CaseInput,
  settings: DerivationSettings,
  evaluate: (assembled: CaseToJudge) => readonly Score[],
  maskAnswer: MaskAnswer,
  inferIntent: InferIntent = inferNothing,
  isOfAnotherPerson: IsOfAnotherPerson = samePerson,
): DerivedCase {
  const input = withinInstants(stored);
  const answered = maskEventAnswers(sortSpans(input.spans), maskAnswer);
  const named = maskKnownNames(answered, maskAnswer.halfOfName);
  const spans = nameTools(canonicaliseAnswers(named, maskAnswer));
  const masked = readContacts(spans, settings).map((contact) => ({
    ...contact,
    messages: maskAnswers(contact.messages, maskAnswer),
  }));
  const restore = createRestore(
    masked.flatMap((contact) => contact.messages),
    maskAnswer.halfOfName,
  );
  const contacts = masked.map((contact) => ({
    ...contact,
    messages: restoreMessages(contact.messages, restore),
  }));
  const messages = numberMessages(contacts);
  const described = describeInteractions(contacts, messages);
  const interactions = numberAccounts(described, messages, isOfAnotherPerson);
  const handoffs = findHandoffs(interactions, messages, teamsOfMessages(contacts));
  const facts = readCaseFacts(input, spans);
  const assembled: AssembledCase = {
    caseId: input.caseId,
    ...facts,
    caseEvents: placeDisclosures(facts.caseEvents, contacts),
    findings: [...facts.findings, ...findLongTexts(messages)],
    ...readCaseInstants({ input, spans, interactions, messages, settings }),
    messages,
    interactions,
    handoffs,
  };
  const judged = {
    ...assembled,
    ...canonicalisePseudonyms(
      readBeginnings(messages),
      restoreRetrievals(readRetrievals(contacts), restore),
    ),
    spanValues: readSpanValues(spans, contacts),
  };
  const scores = [...readImportedScores(contacts), ...evaluate(judged)];
  const closure = deriveClosure({ assembled: judged, scores, input, spans });
  const inferredIntent = assembled.intent === null ? inferIntent(openingOf(messages)) : null;
  const personalValues = caseValuesOf(judged.spanValues, interactions);
  const steps = { usage: sumUsage(spans), failures: findFailures(spans) };
  return { ...assembled, inferredIntent, scores, closure, personalValues, ...steps };
}

/** The team of a message: that of the first of its spans that names one. */
function teamsOfMessages(contacts: readonly Contact[]): TeamOf {
  const teams = new Map<SpanKey, string>();
  for (const span of contacts.flatMap(({ spans }) => spans)) {
    if (span.belonging.team !== null) teams.set(spanKey(span), span.belonging.team);
  }
  return ({ spans }) =>
    spans.map((key) => teams.get(key)).find((team) => team !== undefined) ?? null;
}
