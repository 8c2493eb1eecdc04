import type { Message, Quote } from "@/lib/domain/case/case";
import type { CaseDisclosure, SearchedWindow } from "@/lib/domain/case/case-disclosure";
import { appliesTo, type Applies } from "./applies";
import { speakerOf, type DisclosedContact } from "./contact";
import { findEvent } from "./find-events";
import { findUnreadable } from "./find-unreadable";
import { askForConsent } from "./consent";
import { countNotices } from "./notices";
import { evaluateProhibition } from "./prohibition";
import { nearestMiss, readElement, type ElementReading } from "./read-elements";
import { findRecordingAnswer } from "./answer-to-recording";
import type { DisclosureRule, RuleElement } from "@/lib/domain/disclosures/rule";
import { judgeUnits, unitsOf } from "./units";
import { noFinding, type Judged } from "./judged";
import { counts, dueWindow, type DueWindow } from "./window";
import { readRegion } from "./places/read-region";

type Required = Extract<Applies, { is: "required" }>;

/**
 * Evaluates a rule on a contact alone: one of the states of `disclosureStatuses`, with its evidence. What other
 * contacts of its case change is added by `evaluateOverCase`.
 */
export function evaluateRule(rule: DisclosureRule, contact: DisclosedContact): CaseDisclosure {
  const { id, version, title } = rule;
  const about = { rule: id, version, title, interaction: contact.interaction.ordinal };
  const applies = appliesTo(rule, contact);
  if (applies.is !== "required") {
    const { is: status, ...reason } = applies;
    return { ...about, ...noFinding, ...reason, status };
  }
  if (rule.prohibited) return { ...about, ...evaluateProhibition(rule, contact) };
  const done = applies.event?.done ?? null;
  if (done !== null) return { ...about, ...doneBy(done), trigger: applies.event?.quote ?? null };
  const judged = judgeUnits(rule, unitsOf(rule, contact), (unit) =>
    askForConsent(rule, unit, countNotices(rule, unit, judge(rule, unit, applies))),
  );
  const because = `${judged.because}${assumed(rule, contact, judged)}`;
  return { ...about, ...judged, because, trigger: applies.event?.quote ?? null };
}

/** What an accusation rests on that nobody said, as a further sentence. */
function assumed(
  { jurisdictions }: DisclosureRule,
  { region }: DisclosedContact,
  { status }: Judged,
): string {
  const isNone = status === "given" || status === "not_evaluable";
  return isNone || readRegion(region).kind !== "unstated" || jurisdictions.includes("*")
    ? ""
    : " The region is not known, so the rule is taken to apply.";
}

/** Given by what an agent did, whatever was said. */
function doneBy({ ordinal, text, atUs }: Message): Judged {
  return {
    ...noFinding,
    status: "given",
    quote: text === "" ? null : { message: ordinal, start: 0, end: text.length },
    ...{ dueUs: atUs, dueMessage: ordinal },
    because: "The customer was passed on to a person.",
  };
}

const noWords = "No words by anybody who could have said it are there.";

type Given = { readonly key: string; readonly quote: Quote };

function judge(rule: DisclosureRule, contact: DisclosedContact, { event }: Required): Judged {
  const { beforeEvent } = rule.position;
  const before = beforeEvent === null ? null : findEvent(beforeEvent, contact);
  const limit = before?.is === "found" ? before.message : null;
  const window = dueWindow(rule, contact, event?.message ?? limit);
  const last = window.inside.at(-1);
  if (last === undefined) {
    const because =
      contact.interaction.strippedCount > 0
        ? "Words of this contact were removed before they reached us."
        : noWords;
    return { ...noFinding, status: "not_evaluable", because, unread: "text" };
  }
  const place = { dueUs: last.atUs, dueMessage: last.ordinal, searched: searchedIn(window) };
  const answer = event?.answer ?? answerToQuestion(rule, contact);
  const given = rule.elements.flatMap((element, at): Given[] => {
    const { key } = element;
    const read = readingsOf(rule, at, window.all, answer);
    const quote = firstGiven([...read, ...confirmedIn(element, contact, window)]);
    return quote === null ? [] : [{ key, quote }];
  });
  const missingElements = rule.elements
    .map(({ key }) => key)
    .filter((key) => !given.some((each) => each.key === key));
  const lastGiven = given.toSorted((a, b) => b.quote.message - a.quote.message)[0];
  if (lastGiven === undefined || missingElements.length > 0) {
    return {
      ...noFinding,
      ...place,
      ...notFound(rule, contact, { window, lastGiven, missingElements, answer }),
    };
  }
  const { quote } = lastGiven;
  const shared = { ...noFinding, ...place, quote };
  if (limit !== null && quote.message > limit.ordinal) {
    return { ...shared, status: "wrong_order", because: "Said only after what it had to precede." };
  }
  return quote.message <= last.ordinal
    ? { ...shared, status: "given", because: `Said ${window.words}.` }
    : { ...shared, status: "late", because: `Not said ${window.words}, but later.` };
}

/** "Yes, it is" to "Is this call recorded?" gives the notice. */
function confirmedIn(
  { mode, anyOf }: RuleElement,
  { messages }: DisclosedContact,
  { all }: DueWindow,
): readonly ElementReading[] {
  if (mode !== "meaning" || !anyOf.some((each) => each === "call-is-recorded")) return [];
  const quote = findRecordingAnswer(messages);
  const isDue = quote !== null && all.some(({ ordinal }) => ordinal === quote.message);
  return isDue ? [{ act: "gives", quote }] : [];
}

type Answer = NonNullable<Required["event"]>["answer"];

/** What messages do with one of a rule's elements, with the answer to a question that stands for it. */
function readingsOf(
  { elements }: DisclosureRule,
  at: number,
  messages: readonly Message[],
  answer: Answer,
): readonly ElementReading[] {
  const element = elements[at];
  if (element === undefined) return [];
  const read = messages.flatMap((message) => readElement(element, message));
  const isMeant = element.mode === "meaning" && element.anyOf.includes("speaker-is-ai");
  if (!isMeant || answer === null) return read;
  const act = answer.says === "machine" ? ("gives" as const) : ("denial" as const);
  const others = read.filter(
    ({ quote, act: said }) => quote.message !== answer.quote.message || said === act,
  );
  return messages.some(({ ordinal }) => ordinal === answer.quote.message)
    ? [...others, { act, quote: answer.quote }]
    : others;
}

/** "Yes" to "Are you a bot?" says of a rule without that trigger, too, that an AI speaks. */
function answerToQuestion({ elements }: DisclosureRule, contact: DisclosedContact): Answer {
  const isMeant = elements.some(
    ({ mode, anyOf }) => mode === "meaning" && anyOf.some((each) => each === "speaker-is-ai"),
  );
  const event = isMeant ? findEvent("customer_asks_if_human", contact) : null;
  return event?.is === "found" ? event.answer : null;
}

function firstGiven(readings: readonly ElementReading[]): Quote | null {
  const quotes = readings.flatMap(({ act, quote }) => (act === "gives" ? [quote] : []));
  return quotes.toSorted((a, b) => a.message - b.message)[0] ?? null;
}

type NotGiven = {
  readonly window: DueWindow;
  readonly lastGiven: Given | undefined;
  readonly missingElements: readonly string[];
  readonly answer: Answer;
};

function notFound(
  rule: DisclosureRule,
  { interaction, messages }: DisclosedContact,
  { window, lastGiven, missingElements, answer }: NotGiven,
): Pick<Judged, "status" | "quote" | "missingElements" | "nearMiss" | "because" | "unread"> {
  const none = { quote: null, missingElements: [], nearMiss: null, unread: null };
  if (interaction.strippedCount > 0) {
    const because = "Words of this contact were removed before they reached us.";
    return { ...none, status: "not_evaluable", because, unread: "text" };
  }
  if (window.inside.every((message) => speakerOf(message) === "system")) {
    return { ...none, status: "not_evaluable", because: noWords, unread: "text" };
  }
  const unreadable = findUnreadable(window.inside, rule.language);
  if (unreadable !== null) return { ...none, status: "not_evaluable", ...unreadable };
  if (lastGiven !== undefined) {
    const because = `Said in part; not found: ${missingElements.join(", ")}.`;
    return { ...none, status: "incomplete", quote: lastGiven.quote, missingElements, because };
  }
  const readings = rule.elements.flatMap((_, at) => readingsOf(rule, at, window.all, answer));
  const others = messages.filter(
    (message) => !counts(rule, speakerOf(message)) && speakerOf(message) !== null,
  );
  const byOthers = rule.elements.flatMap((_, at) => readingsOf(rule, at, others, null));
  const wrong = rule.elements.length === 1 ? firstGiven(byOthers) : null;
  if (wrong !== null) {
    const because = "Said, but by somebody whose words do not count for this rule.";
    return { ...none, status: "wrong_speaker", quote: wrong, because };
  }
  const before = rule.elements.flatMap((_, at) => readingsOf(rule, at, window.before, null));
  const customers = others.flatMap((each) => (each.speaker === "customer" ? [each.ordinal] : []));
  // "I'm not a robot" by a customer is of the customer; only a question is of the agent.
  const near = byOthers.filter(
    ({ act, quote }) => act === "question" || !customers.includes(quote.message),
  );
  const nearMiss = nearestMiss([...readings, ...near], before, answered(rule, window));
  return {
    ...none,
    status: "missing",
    nearMiss,
    because: `Not found ${window.words}, nor later in this contact.${nearMiss?.kind === "earlier" ? " It had been said before." : ""}`,
  };
}

/** The first words after the customer asked whether a person answers, where the rule is due on that. */
function answered({ position }: DisclosureRule, { inside }: DueWindow): Quote | null {
  if (position.afterEvent !== "customer_asks_if_human") return null;
  const message = inside.find(({ text }) => text.trim() !== "");
  if (message === undefined) return null;
  const { ordinal, text } = message;
  return {
    message: ordinal,
    start: text.length - text.trimStart().length,
    end: text.trimEnd().length,
  };
}

function searchedIn({ inside }: DueWindow): SearchedWindow | null {
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    firstMessage: first.ordinal,
    lastMessage: last.ordinal,
    messages: inside.length,
    fromUs: first.atUs,
    toUs: last.atUs,
  };
}
