import type { DerivedCase } from "@/lib/domain/case/case";
import { evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";
import { withArticle, type HandoffFacts } from "@/lib/domain/case/handoff-facts";
import type { Outcome } from "@/lib/domain/case/outcome";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { comebackSentence } from "./comeback-sentence";
import { plainWords } from "@/lib/format/plain-words";
import { containedStory, summariseTracks, type Tracks } from "./summarise-tracks";
import { ratingsByContact } from "./ratings";
import { mostRepeatedDetail } from "./repeated-detail";
import { earlierAboutIt, wasResolvedBefore, type SiblingCase } from "./same-issue";
import { channelWords, slugWords } from "@/lib/format/wording";
import { contradictions, endings, raised, title } from "../words/title";

type TitledCase = Omit<DerivedCase, "messages" | "closure" | "findings">;

/** The context of a case for its title. */
export type TitleContext = {
  /** The customer's cases; this one may be among them. */
  readonly siblings: readonly SiblingCase[];
  /** When the contact that returned began. */
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
  /** Findings from reading all messages; null: not read. */
  readonly knowledge: {
    readonly handoffFacts: readonly HandoffFacts[];
    readonly messages: DerivedCase["messages"];
    readonly timeline: Tracks;
  } | null;
};

/** Minimum rating of a happy customer, of 5. */
const happyRating = 4;
/** Minimum number of times a detail was asked for again: once may be a check. */
const repeatedMin = 2;

/**
 * The case's title: what went wrong (a false success, across cases, at a handoff, or despite a good
 * rating), else topic, state and length, and what the tracks show.
 */
export function caseTitle(derived: TitledCase, outcome: Outcome, context: TitleContext): string {
  if (derived.mergedInto !== null) return title.merged(plainWords(derived.mergedInto));
  const claimed = falseSuccessStory(derived);
  const ending = `${subjectOf(derived)} ${predicateOf(derived, outcome, context)}`;
  if (claimed !== null) return `${claimed} ${ending}`;
  const again = raisedAgain(derived, outcome, context);
  if (again !== null) return again;
  const rated = ratingStory(derived, outcome);
  if (rated !== null) return rated;
  const { knowledge } = context;
  const story = repeatedStory(derived, context) ?? handoffStory(derived) ?? containedStory(derived);
  if (story !== null) return `${story} ${ending}`;
  const tracks = knowledge === null ? null : summariseTracks(knowledge.timeline);
  return tracks === null ? ending : `${ending}. ${tracks.replace(/\.$/, "")}`;
}

/** The first contact in which something was called done that the tool says failed. */
function falseSuccessStory({ scores, interactions }: TitledCase): string | null {
  const entry = evaluatorEntry("false_success");
  for (const { evaluator, target, verdict } of scores) {
    if (evaluator !== "false_success" || target.kind !== "interaction" || entry === null) continue;
    if (verdict.status !== "scored" || readScore(entry, verdict.value).band !== "bad") continue;
    const channel = channelWords[interactions[target.ordinal]?.channel ?? "unknown"];
    return `${verdict.because.replace(/\.$/, "")} (${channel}).`;
  }
  return null;
}

function raisedAgain(derived: TitledCase, outcome: Outcome, context: TitleContext): string | null {
  const { cases: earlier, contactUs, isCounted } = earlierAboutIt(derived, context.siblings);
  if (earlier.length === 0 || contactUs === null) return null;
  const resolved = earlier.filter((each) => wasResolvedBefore(each, contactUs)).length;
  const after = raised.afterResolutions(resolved);
  const predicate = predicateOf(derived, outcome, context);
  const touchpoints = derived.interactions.filter(({ isTouchpoint }) => isTouchpoint);
  const at = touchpoints.findIndex(({ startUs }) => startUs === contactUs);
  const often = isCounted ? raisedHowOften(earlier, at) : raised.before;
  // A case is named after what it began with.
  if (at > 0) {
    const channel = channelWords[touchpoints[at]?.channel ?? "unknown"];
    return raised.atContact(at + 1, channel, often, after, predicate);
  }
  const about = derived.intent ?? derived.caseType;
  if (about === null) return null;
  return raised.fromStart(sentenceCase(slugWords(about)), often, after, predicate);
}

/**
 * Which of the contacts of a case were about the issue is not known: times are counted where each case before had one
 * contact, cases else.
 * @param at of the contact that is about it, from 0
 */
function raisedHowOften(earlier: readonly SiblingCase[], at: number): string {
  const isOneEach = earlier.every(
    ({ contacts }) => contacts.filter(({ isTouchpoint }) => isTouchpoint).length <= 1,
  );
  if (isOneEach && at <= 0) return raised.nthTime(earlier.length + 1);
  return raised.inEarlierCases(earlier.length);
}

const placesMax = 6;

function repeatedStory(
  { interactions, handoffs }: TitledCase,
  context: TitleContext,
): string | null {
  const { knowledge } = context;
  if (knowledge === null) return null;
  const { messages, handoffFacts } = knowledge;
  const detail = mostRepeatedDetail({ handoffs, messages }, handoffFacts);
  if (detail === null || detail.times < repeatedMin) return null;
  const { what, times, contacts } = detail;
  const where = contacts.map((at) => channelWords[interactions[at]?.channel ?? "unknown"]);
  return title.repeatedDetail(withArticle(what), times, pathWords(where));
}

/** A long journey is shortened to its beginning. */
function pathWords(where: readonly string[]): string {
  const shown = where.length > placesMax ? where.slice(0, placesMax - 1) : where;
  const hidden = where.length - shown.length;
  return `${shown.join(" → ")}${hidden === 0 ? "" : title.moreChannels(hidden)}`;
}

/** The reason of the handoff that kept least, the first of equals. */
function handoffStory({ scores, handoffs, interactions }: TitledCase): string | null {
  const lost = scores.flatMap(({ evaluator, target, verdict }) =>
    evaluator === "context_retention" &&
    target.kind === "handoff" &&
    verdict.status === "scored" &&
    isAskedAgainOrLost(verdict.value)
      ? [{ ordinal: target.ordinal, value: verdict.value, because: verdict.because }]
      : [],
  );
  const worst = [...lost].sort((a, b) => a.value - b.value || a.ordinal - b.ordinal)[0];
  const handoff = worst === undefined ? undefined : handoffs[worst.ordinal];
  if (worst === undefined || handoff === undefined) return null;
  const channelOf = (ordinal: number) => channelWords[interactions[ordinal]?.channel ?? "unknown"];
  const [from, to] = [channelOf(handoff.fromInteraction), channelOf(handoff.toInteraction)];
  return title.handoff(worstOf(worst.because), from, to, lost.length);
}

/** "Of 2 known things 1 was carried over; the credit was unknown." the second clause names the worst. */
function worstOf(because: string): string {
  const clause = (because.split("; ").at(-1) ?? because).replace(/\.$/, "");
  return sentenceCase(clause);
}

function isAskedAgainOrLost(value: number): boolean {
  const entry = evaluatorEntry("context_retention");
  return entry !== null && readScore(entry, value).band === "bad";
}

/** A good rating of a case without a good outcome. */
function ratingStory(derived: TitledCase, outcome: Outcome): string | null {
  const contradiction = contradictions[outcome];
  const [given] = [...ratingsByContact(derived)].toSorted(([, a], [, b]) => b - a);
  const best = Math.max(given?.[1] ?? 0, derived.csat ?? 0);
  if (contradiction === undefined || best < happyRating) return null;
  if (outcome === "in_progress" && (derived.closing !== null || given === undefined)) return null;
  const channel = given?.[1] === best ? derived.interactions[given[0]]?.channel : undefined;
  const where = channel === undefined ? null : channelWords[channel];
  return title.rated(best, where, contradiction(contactsOf(derived)));
}

function subjectOf({ caseType, intent, inferredIntent }: TitledCase): string {
  const about = caseType ?? intent;
  if (about !== null) return sentenceCase(slugWords(about));
  return inferredIntent === null
    ? title.subjectUnknown
    : title.subjectInferred(slugWords(inferredIntent.intent));
}

function contactsOf({ interactions }: TitledCase): string {
  const touchpoints = interactions.filter((interaction) => interaction.isTouchpoint);
  const channelCount = new Set(touchpoints.map((touchpoint) => touchpoint.channel)).size;
  return title.contacts(touchpoints.length, channelCount);
}

function predicateOf(derived: TitledCase, outcome: Outcome, context: TitleContext): string {
  const comeback = outcome === "reopened" ? comebackSentence(derived, context) : null;
  if (comeback !== null) return comeback;
  const contacts = contactsOf(derived);
  if (outcome !== "in_progress" || !isClosed(derived)) return endings[outcome](contacts);
  return title.tooEarly(contacts);
}

/** Whether somebody closed it and it was not opened again; one that only fell quiet is open. */
function isClosed({ closing, reopenedUs }: TitledCase): boolean {
  return closing !== null && closing.from !== "inferred" && reopenedUs === null;
}
