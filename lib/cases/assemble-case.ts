import type {
  AssembledCase,
  CaseInput,
  CaseToJudge,
  DerivedCase,
  Score,
} from "@/lib/domain/case/case";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import { sumUsage } from "@/lib/domain/trace/model-usage";
import { spanKey, type SpanKey } from "@/lib/domain/trace/span";
import { canonicaliseAnswers } from "./answers/canonicalise-answers";
import { canonicalisePseudonyms } from "./canonicalise-pseudonyms";
import type { ClosureInput } from "./closure/closure-input";
import { describeInteractions } from "./describe-interactions";
import { findHandoffs, type TeamOf } from "./find-handoffs";
import { maskAnswers } from "./answers/mask-answers";
import { maskEventAnswers } from "./answers/mask-event-answers";
import { agentNamesOf } from "./names/agent-names-of";
import { maskKnownNames } from "./names/mask-known-names";
import { createRestore, restoreMessages, restoreRetrievals } from "./names/restore-named";
import { numberAccounts, type IsOfAnotherPerson } from "./number-accounts";
import { numberMessages } from "./number-messages";
import { findLongTexts, readBeginnings } from "./read-beginnings";
import { placeDisclosures } from "./read-case-events";
import { readCaseFacts } from "./read-case-facts";
import { readCaseInstants } from "./read-case-instants";
import { readContacts, type Contact } from "./read-contacts";
import { readImportedScores } from "./read-imported-scores";
import { readRetrievals } from "./read-retrievals";
import { readSpanValues } from "./read-span-values";
import { sortSpans } from "./sort-spans";
import { completeTools } from "./steps/complete-tools";
import { findFailures } from "./steps/find-failures";
import { nameTools } from "./steps/name-tools";
import { withinInstants } from "./within-instants";

/** What is read of a case's spans and records, before anything is judged. It holds no span. */
export type Assembly = Pick<ClosureInput, "records" | "caseEvents"> & {
  /** As it is shown. */
  readonly assembled: AssembledCase;
  /** As evaluators read it. */
  readonly judged: CaseToJudge;
  readonly importedScores: readonly Score[];
  readonly steps: Pick<DerivedCase, "usage" | "failures">;
};

/**
 * Assembles a case from its spans and CRM records. Of many spans these have most of a derivation's memory: once the
 * caller has let go of them too, they are gone before the case is judged.
 * @param maskAnswer masks what only the preceding question shows to be personal; with its key, names of persons
 *   that a tool returned are masked elsewhere, and names of places, products and the agent made readable again
 * @param isOfAnotherPerson tells contacts about another account apart, whose endings are not the case's
 */
export function assembleCase(
  stored: CaseInput,
  settings: DerivationSettings,
  maskAnswer: MaskAnswer,
  isOfAnotherPerson: IsOfAnotherPerson,
): Assembly {
  const input = withinInstants(stored);
  const answered = maskEventAnswers(sortSpans(input.spans), maskAnswer);
  const named = maskKnownNames(answered, maskAnswer.halfOfName);
  const spans = completeTools(nameTools(canonicaliseAnswers(named, maskAnswer)));
  const masked = readContacts(spans, settings).map((contact) => ({
    ...contact,
    messages: maskAnswers(contact.messages, maskAnswer),
  }));
  const restore = createRestore(
    masked.flatMap((contact) => contact.messages),
    maskAnswer.halfOfName,
    agentNamesOf(spans),
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
    spanValues: readSpanValues(spans, contacts, restore),
  };
  return {
    assembled,
    judged,
    importedScores: readImportedScores(contacts),
    records: input.records,
    caseEvents: spans.flatMap((span) => span.caseEvents),
    steps: { usage: sumUsage(spans), failures: findFailures(spans) },
  };
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
