import type {
  AssembledCase,
  CaseInput,
  CaseToJudge,
  DerivedCase,
  InferredIntent,
  Score,
} from "@/lib/domain/case/case";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import { spanKey, type SpanKey } from "@/lib/domain/trace/span";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { deriveClosure } from "./closure/derive-closure";
import { describeInteractions } from "./describe-interactions";
import { findHandoffs, type TeamOf } from "./find-handoffs";
import { canonicaliseAnswers } from "./canonicalise-answers";
import { canonicalisePseudonyms } from "./canonicalise-pseudonyms";
import { maskAnswers } from "./mask-answers";
import { numberMessages } from "./number-messages";
import { openingOf } from "./opening-of";
import { findLongTexts, readBeginnings } from "./read-beginnings";
import { readCaseFacts } from "./read-case-facts";
import { readCaseInstants } from "./read-case-instants";
import { readContacts, type Contact } from "./read-contacts";
import { readImportedScores } from "./read-imported-scores";
import { readRetrievals } from "./read-retrievals";
import { readSpanValues } from "./read-span-values";
import { sortSpans } from "./sort-spans";
import { withinInstants } from "./within-instants";

/** Tells an intent by what a customer said first; null where that does not tell. */
export type InferIntent = (opening: readonly string[]) => InferredIntent | null;

const inferNothing: InferIntent = () => null;

/**
 * Derives a case from its spans, its CRM records and the settings, and from nothing else: neither
 * the order in which the spans arrived nor the clock changes the result.
 * @param evaluate gives the case's scores once it is put together; closure reads them
 * @param maskAnswer masks what only the question before it shows to be personal
 * @param inferIntent asked where no intent is declared
 */
export function deriveCase(
  stored: CaseInput,
  settings: DerivationSettings,
  evaluate: (assembled: CaseToJudge) => readonly Score[],
  maskAnswer: MaskAnswer,
  inferIntent: InferIntent = inferNothing,
): DerivedCase {
  const input = withinInstants(stored);
  const spans = canonicaliseAnswers(sortSpans(input.spans), maskAnswer);
  const contacts = readContacts(spans, settings).map((contact) => ({
    ...contact,
    messages: maskAnswers(contact.messages, maskAnswer),
  }));
  const messages = numberMessages(contacts);
  const interactions = describeInteractions(contacts, messages);
  const handoffs = findHandoffs(interactions, messages, teamsOfMessages(contacts));
  const facts = readCaseFacts(input, spans);
  const assembled: AssembledCase = {
    caseId: input.caseId,
    ...facts,
    findings: [...facts.findings, ...findLongTexts(messages)],
    ...readCaseInstants({ input, spans, interactions, messages, settings }),
    messages,
    interactions,
    handoffs,
  };
  const judged = {
    ...assembled,
    ...canonicalisePseudonyms(readBeginnings(messages), readRetrievals(contacts)),
    spanValues: readSpanValues(spans, contacts),
  };
  const scores = [...readImportedScores(contacts), ...evaluate(judged)];
  const closure = deriveClosure({ assembled: judged, scores, input, spans });
  const inferredIntent = assembled.intent === null ? inferIntent(openingOf(messages)) : null;
  return { ...assembled, inferredIntent, scores, closure };
}

/** By the spans that a message was read from, the first that names a team. */
function teamsOfMessages(contacts: readonly Contact[]): TeamOf {
  const teams = new Map<SpanKey, string>();
  for (const span of contacts.flatMap(({ spans }) => spans)) {
    if (span.belonging.team !== null) teams.set(spanKey(span), span.belonging.team);
  }
  return ({ spans }) =>
    spans.map((key) => teams.get(key)).find((team) => team !== undefined) ?? null;
}
