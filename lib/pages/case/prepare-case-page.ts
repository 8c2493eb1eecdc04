import type { DerivedCase, Handoff, Interaction, Message, Score } from "@/lib/domain/case/case";
import { evidenceOf } from "@/lib/domain/case/evidence-of";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import type { Channel } from "@/lib/domain/trace/channel";
import type { JudgeScore } from "@/lib/domain/quality/judgement";
import type { Outcome } from "@/lib/domain/case/outcome";
import { verdictsBetween } from "@/lib/analytics/rows/verdicts-between";
import type { BusinessCalendar } from "@/lib/stats/time/business-time";
import {
  contactAnchor,
  messageAnchor,
  type CasePageModel,
  type ContactLinks,
  type ContactView,
  type HandoffView,
} from "./case-page-model";
import { inferredIntentView } from "./title/case-topic";
import { messageView, type Marked } from "./message-view";
import { caseViewHref, pageOfMessage, type CaseQuery } from "./url";
import { caseTitle } from "./title/case-title";
import { caseFound } from "./search/case-found";
import { searchOfList } from "./search/search-of-list";
import { searchCase } from "@/lib/analytics/search/search-case";
import { prepareCaseAround, type CaseAroundInput } from "./prepare-case-around";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { shownClaims } from "./shown-claims";
import { cutText } from "@/lib/format/cut-text";
import { findingGroups } from "./finding-groups";
import { groupBy } from "@/lib/format/group-by";
import { chooseHandoffLines, handoffStory, storyEvidence, type ChosenStory } from "./handoff-story";
import { packetEvidence, packetViews } from "@/lib/format/scores/packet-view";
import { prepareMoods } from "@/lib/format/scores/prepare-moods";
import { isSpanScore, prepareLeaks } from "./panel/prepare-leaks";
import { prepareItemPanel } from "./panel/prepare-item-panel";
import type { ItemPanel } from "./panel/item-panel-model";
import {
  panelLetters,
  selectedEvidence,
  selectedItem,
  type SelectedItem,
} from "./panel/selected-item";
import { placeHrefs } from "./panel/place-hrefs";
import { numberQuotations, type NumberedQuotations } from "@/lib/format/number-quotations";
import { outcomeReasons } from "./title/outcome-reasons";
import { placeScores, type PlacedScores } from "./panel/place-scores";
import { prepareCaseTimeline } from "./prepare-case-timeline";
import { chooseItem } from "./timeline/choose-item";
import { failedSteps } from "./timeline/failure-stops";
import type { Timeline } from "./timeline/timeline-model";
import { usageWords } from "@/lib/format/amounts/usage-words";
import { unansweredCalls } from "@/lib/format/unanswered-calls";

/** A stored case with its customer's other cases. */
export type CasePageInput = {
  readonly derived: DerivedCase;
  readonly outcome: Outcome;
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
  readonly around: CaseAroundInput;
  readonly knowledge: CaseKnowledge;
  /** True until a case derived by an earlier version is derived again. */
  readonly isOfEarlierVersion: boolean;
  readonly calendar: BusinessCalendar;
  /** Accuracy of one of our evaluators: "AUC 0.84". */
  readonly accuracyOf: (evaluator: string) => string;
  /** How often "likely resolved" is right; "" where nobody measured it. */
  readonly likelyRight: string;
  /** Calls of models that failed, by time. */
  readonly modelErrors: Parameters<typeof failedSteps>[1];
  /** Scores by LLM judges. */
  readonly judgeScores: readonly JudgeScore[];
  /** By the contact's ordinal. */
  readonly contactLinks: ReadonlyMap<number, ContactLinks>;
};

const noStory: ChosenStory = { lines: [], more: 0 };
const openingLeast = 24;
const openingMax = 180;

/**
 * Prepares the model of the Case page: text, numbers and anchors.
 * @param query a page of the transcript beyond the last is read as the last
 * @param asOfUs microseconds since 1970
 */
export function prepareCasePage(
  input: CasePageInput,
  query: CaseQuery,
  asOfUs: number,
): CasePageModel {
  const { derived, outcome } = input;
  const page = Math.min(query.page, pageOfMessage(Math.max(0, derived.messages.length - 1)));
  const hrefOf = (ordinal: number, anchor: string) =>
    hrefOnPage(derived.caseId, { ...query, page }, pageOfMessage(ordinal), anchor);
  const timeline = prepareCaseTimeline(input, asOfUs, hrefOf);
  const { handoffFacts } = input.knowledge;
  const chosen = chooseItem(timeline.items, query.item);
  const selected = selectedItem(derived, handoffFacts, timeline, chosen?.closeUp ?? null);
  const scores = derived.scores.filter((score) => !isSpanScore(score));
  const stories = chooseHandoffLines(derived, input.knowledge, timeline.promises);
  const evidence = [
    ...derived.closure.quotes,
    ...[...scores, ...input.judgeScores].flatMap(({ verdict }) => evidenceOf(verdict)),
    ...selectedEvidence(selected, input.knowledge, timeline),
    ...storyEvidence(stories),
    ...input.knowledge.packets.flatMap(({ packet }) => packetEvidence(packet)),
  ];
  const quotations = numberQuotations(derived.messages, evidence, hrefOf);
  const placed = placeScores({ ...derived, scores }, input.judgeScores, {
    quotations,
    accuracyOf: input.accuracyOf,
    placeHref: placeHrefs(derived, hrefOf),
  });
  const packets = packetViews(input.knowledge, quotations);
  const steps = failedSteps(derived.messages, input.modelErrors, hrefOf);
  const text = searchOfList(query.list);
  const search = text === "" ? null : searchCase(derived, text);
  const contacts = contactsOf(
    derived,
    { quotations, placed, search, steps, query: { ...query, page } },
    (handoff) => ({
      story: handoffStory(stories[handoff.ordinal] ?? noStory, quotations),
      packet: packets.get(handoff.ordinal) ?? null,
    }),
  ).map((contact) => ({
    ...contact,
    openIn: input.contactLinks.get(contact.interaction.ordinal) ?? null,
  }));
  const touchpoints = derived.interactions.filter((interaction) => interaction.isTouchpoint);
  return {
    asOfUs,
    caseId: derived.caseId,
    customerId: derived.customerId,
    caseType: derived.caseType,
    intent: derived.intent,
    inferredIntent: inferredIntentView(derived.inferredIntent),
    risk: derived.risk,
    region: derived.region,
    teams: derived.teams,
    csat: derived.csat,
    usage: usageWords(derived.usage),
    title: caseTitle(derived, outcome, {
      siblings: input.around.customerCases,
      repeatUs: input.repeatUs,
      repeatCaseId: input.repeatCaseId,
      knowledge: { handoffFacts, messages: derived.messages, timeline },
    }),
    outcome,
    outcomeReasons: outcomeReasons(derived, outcome, input.repeatUs, asOfUs, input.likelyRight),
    closure: derived.closure,
    closureQuotations: quotations.of(derived.closure.quotes),
    mergedInto: derived.mergedInto,
    repeatCaseId: input.repeatCaseId,
    handoffVerdicts: verdictsBetween(derived),
    journey: touchpoints.map(({ channel, agentKinds }) => ({ channel, agentKinds })),
    touchpoints: touchpoints.length,
    handoffs: derived.handoffs.length,
    messages: derived.messages.length,
    spans: derived.spanCount,
    openedUs: derived.openedUs,
    lastContactUs: derived.lastContactUs,
    query: { ...query, page },
    isOfEarlierVersion: input.isOfEarlierVersion,
    timeline,
    failedSteps: steps,
    found: search === null ? null : caseFound(text, search, hrefOf),
    contacts,
    moods: prepareMoods(contacts),
    panel: panelOf(selected, input, {
      quotations,
      placed,
      timeline,
      query: { ...query, page },
    }),
    claims: shownClaims(
      selected,
      { derived, answerClaims: input.knowledge.answerClaims },
      (ordinal) => hrefOf(ordinal, messageAnchor(ordinal)),
    ),
    around: prepareCaseAround(derived, input.repeatCaseId, input.around),
    evaluators: evaluatorsOf(derived.scores),
    caseScores: placed.ofCase,
    leaks: prepareLeaks(derived, query.list, input.accuracyOf),
    findings: findingGroups(derived.findings),
  };
}

function evaluatorsOf(scores: readonly Score[]): string[] {
  const own = scores.flatMap(({ evaluator, version }) =>
    version === "imported" ? [] : [evaluatorWords({ evaluator, version })],
  );
  return [...new Set(own)].sort();
}

type Prepared = {
  readonly quotations: NumberedQuotations;
  readonly placed: PlacedScores;
  readonly timeline: Timeline;
  readonly query: CaseQuery;
};

function panelOf(
  selected: SelectedItem | null,
  { derived, knowledge }: CasePageInput,
  { quotations, placed, timeline, query }: Prepared,
): ItemPanel | null {
  if (selected === null) return null;
  const { caseId, messages } = derived;
  const firstOf = (interaction: number) =>
    messages.find((message) => message.interaction === interaction)?.ordinal ?? 0;
  return prepareItemPanel(selected, {
    derived,
    knowledge,
    timeline,
    quotations,
    placed,
    list: query.list,
    messageHref: (ordinal, anchor) => hrefOnPage(caseId, query, pageOfMessage(ordinal), anchor),
    contactHref: (ordinal) =>
      hrefOnPage(caseId, query, pageOfMessage(firstOf(ordinal)), contactAnchor(ordinal)),
    itemHref: ({ kind, ordinal }) =>
      caseViewHref(caseId, { ...query, item: `${panelLetters[kind]}${ordinal}` }),
  });
}

type HandoffExtras = Pick<HandoffView, "story" | "packet">;

function contactsOf(
  derived: DerivedCase,
  { placed, query, ...marked }: Omit<Prepared, "timeline"> & Omit<Marked, "quotations">,
  extrasOf: (handoff: Handoff) => HandoffExtras,
): Omit<ContactView, "openIn">[] {
  const messages = groupBy(derived.messages, (message) => message.interaction);
  const channels = new Map(derived.interactions.map((each) => [each.ordinal, each.channel]));
  const handoffs = derived.handoffs.map((handoff) =>
    handoffView(handoff, channels, {
      ...extrasOf(handoff),
      scores: placed.ofHandoff.get(handoff.ordinal) ?? [],
    }),
  );
  const arrivals = groupBy(handoffs, ({ handoff }) => handoff.toInteraction);
  return derived.interactions.map((interaction: Interaction) => {
    const here = arrivals.get(interaction.ordinal) ?? [];
    const turns = messages.get(interaction.ordinal) ?? [];
    const calls = unansweredCalls(turns);
    const shown = turns.filter((message) => pageOfMessage(message.ordinal) === query.page);
    const ownPage = pageOfMessage((shown[0] ?? turns[0])?.ordinal ?? 0);
    const isElsewhere = shown.length === 0 && turns.length > 0;
    const anchor = contactAnchor(interaction.ordinal);
    return {
      interaction,
      opening: openingOf(turns),
      arrivals: here.filter(({ handoff }) => handoff.fromInteraction !== interaction.ordinal),
      changes: here.filter(({ handoff }) => handoff.fromInteraction === interaction.ordinal),
      messages: shown.map((message) =>
        messageView(message, calls.get(message.ordinal) ?? [], marked, query),
      ),
      href: isElsewhere ? hrefOnPage(derived.caseId, query, ownPage, anchor) : `#${anchor}`,
      isElsewhere,
      scores: placed.ofInteraction.get(interaction.ordinal) ?? [],
    };
  });
}

/** Skips a greeting. */
function openingOf(turns: readonly Message[]): string {
  const words = turns.filter(({ speaker, text }) => speaker === "customer" && text.trim() !== "");
  const opening = words.find(({ text }) => text.length >= openingLeast) ?? words[0];
  return opening === undefined ? "" : cutText(opening.text, openingMax);
}

function hrefOnPage(caseId: string, query: CaseQuery, page: number, anchor: string): string {
  return page === query.page
    ? `#${anchor}`
    : `${caseViewHref(caseId, { ...query, page })}#${anchor}`;
}

function handoffView(
  handoff: Handoff,
  channels: ReadonlyMap<number, Channel>,
  extras: HandoffExtras & Pick<HandoffView, "scores">,
): HandoffView {
  return {
    handoff,
    fromChannel: channels.get(handoff.fromInteraction) ?? "unknown",
    toChannel: channels.get(handoff.toInteraction) ?? "unknown",
    ...extras,
  };
}
