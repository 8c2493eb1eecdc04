import type { DerivedCase, Evidence, Message, Score, Verdict } from "@/lib/domain/case/case";
import { evidenceOf } from "@/lib/domain/case/evidence-of";
import type { Replay } from "@/lib/domain/gate/replay";
import { contactAnchor } from "@/lib/format/anchors";
import { formatScore } from "@/lib/format/format";
import { numberQuotations, type NumberedQuotations } from "@/lib/format/number-quotations";
import { expectedActions } from "@/lib/gate/expected-actions";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import { readingOf } from "@/lib/format/scores/score-reading";
import { segmentMessage } from "@/lib/format/segment-message";
import type { MessageView } from "../case/case-page-model";
import { qualityHref } from "../quality/url";
import { spanHref } from "../trace/url";
import {
  alignTurns,
  isCall,
  type AlignedReplays,
  type ContactPair,
  type Turn,
  type TurnPair,
} from "./align-turns";
import { runHref } from "./href";
import type {
  ContactPairView,
  ReplayItemModel,
  ReplayScoreView,
  ReplaySideView,
  ScoreRowView,
  TurnPairView,
} from "./item-model";
import {
  contactWords,
  earlierWords,
  partingSentence,
  turnWords,
  type SideNames,
} from "./parting-words";

import { prepareGiven, type GivenSide } from "./prepare-given";

/** What an evaluator says of a replay as a whole. */
export type ReplayScore = Pick<Score, "evaluator" | "version" | "verdict">;

/** One of the two replays. */
export type ReplaySide = Replay & {
  readonly release: string | null;
  readonly prompts: readonly string[];
  readonly derived: Pick<DerivedCase, "messages" | "interactions">;
  readonly scores: readonly ReplayScore[];
  readonly given: GivenSide;
};

type ReplayItemInput = Pick<ReplayItemModel, "frozen" | "withoutBaseline" | "repeats" | "runs"> & {
  readonly candidate: ReplaySide;
  readonly baseline: ReplaySide | null;
  /** The evaluator that the gate counts. */
  readonly metric: string;
};

/** Of a longer replay the first messages are compared and shown. */
const messagesMax = 400;
/** A replay counts as resolved from this score on. */
const resolvedFrom = 0.5;

/** Prepares the page of two replays side by side. */
export function prepareReplayItem(input: ReplayItemInput): ReplayItemModel {
  const { candidate, baseline, metric, frozen, withoutBaseline, repeats, runs } = input;
  const own = withOrdinalsFrom(candidate, 0);
  const other = baseline === null ? null : withOrdinalsFrom(baseline, own.derived.messages.length);
  const both = other === null ? [own] : [own, other];
  const quotations = numberQuotations(
    both.flatMap(({ derived }) => derived.messages),
    both.flatMap(({ scores }) => scores.flatMap(({ verdict }) => evidenceOf(verdict))),
    (_, anchor) => `#${anchor}`,
  );
  const names = namesOf(candidate, baseline);
  const aligned = alignTurns(own.derived, other?.derived ?? { messages: [], interactions: [] });
  const parting = baseline === null ? null : aligned.parting;
  const part = { names, quotations, isCompared: baseline !== null, parting };
  const contacts = aligned.contacts.map((contact, at) => contactView(contact, at, part));
  const rows = scoreRows(own, other, quotations);
  return {
    ...{ item: candidate.item, frozen, withoutBaseline, repeats, runs, contacts },
    title: titleOf(input, names),
    metric: evaluatorName(metric),
    candidate: sideView(own, names.candidate, metric, quotations),
    baseline: other === null ? null : sideView(other, names.baseline, metric, quotations),
    parting: {
      words: baseline === null ? withoutBaseline : partingSentence(parting, names),
      href: partingHref(contacts),
    },
    isCut: [candidate, baseline].some(
      (side) => side !== null && side.derived.messages.length > messagesMax,
    ),
    given: baseline === null ? null : prepareGiven(candidate.given, baseline.given, names),
    earlierWords: baseline === null ? null : earlierView(aligned, names),
    scores: rows.filter((row) => isScored(row)),
    unscored: rows.filter((row) => !isScored(row)),
  };
}

/** Numbers the messages through both replays, so that each place on the page has an address of its own. */
function withOrdinalsFrom(side: ReplaySide, first: number): ReplaySide {
  const all = side.derived.messages;
  const messages = all
    .slice(0, messagesMax)
    .map((message) => ({ ...message, ordinal: message.ordinal + first }));
  const lastContact = all.length > messagesMax ? (messages.at(-1)?.interaction ?? 0) : Infinity;
  const interactions = side.derived.interactions.filter(({ ordinal }) => ordinal <= lastContact);
  const shifted = (evidence: Evidence): readonly Evidence[] => {
    if ("span" in evidence) return [evidence];
    const isShown = evidence.message < messagesMax;
    return isShown ? [{ ...evidence, message: evidence.message + first }] : [];
  };
  const scores = side.scores.map((score) => ({
    ...score,
    verdict: withEvidence(score.verdict, evidenceOf(score.verdict).flatMap(shifted)),
  }));
  return { ...side, derived: { messages, interactions }, scores };
}

function withEvidence(verdict: Verdict, evidence: readonly Evidence[]): Verdict {
  return verdict.status === "not-applicable" ? verdict : { ...verdict, evidence };
}

function namesOf(candidate: ReplaySide, baseline: ReplaySide | null): SideNames {
  const [own, other] = [candidate.release, baseline?.release ?? null];
  if (own !== null && own !== other) {
    return { candidate: own, baseline: other ?? baseline?.run ?? "" };
  }
  return { candidate: candidate.run, baseline: baseline?.run ?? "" };
}

type Result = "resolved" | "not resolved" | "not scored";

function resultOf({ scores }: ReplaySide, metric: string): Result {
  const verdict = scores.find(({ evaluator }) => evaluator === metric)?.verdict;
  if (verdict?.status !== "scored") return "not scored";
  return verdict.value >= resolvedFrom ? "resolved" : "not resolved";
}

function titleOf({ candidate, baseline, metric }: ReplayItemInput, names: SideNames): string {
  const own = resultOf(candidate, metric);
  if (baseline === null) return `${candidate.item}: ${own} with ${names.candidate}`;
  const other = resultOf(baseline, metric);
  if (own === other) return `${candidate.item}: ${own} with both releases`;
  return `${candidate.item}: ${own} with ${names.candidate}, ${other} with ${names.baseline}`;
}

const results: Readonly<Record<Result, ReplaySideView["result"]>> = {
  resolved: { tone: "pass", label: "Resolved" },
  "not resolved": { tone: "fail", label: "Not resolved" },
  "not scored": { tone: "none", label: "Not scored" },
};

function sideView(
  side: ReplaySide,
  name: string,
  metric: string,
  quotations: NumberedQuotations,
): ReplaySideView {
  const score = side.scores.find(({ evaluator }) => evaluator === metric);
  return {
    ...{ name, run: side.run, runHref: runHref(side.run), prompts: side.prompts },
    result: results[resultOf(side, metric)],
    score: score === undefined ? null : scoreView(score, quotations),
  };
}

function scoreView({ evaluator, version, verdict }: ReplayScore, quotations: NumberedQuotations) {
  const { reading } = readingOf({ evaluator, version, target: { kind: "case" }, verdict });
  const isScored = verdict.status === "scored";
  const value = isScored ? formatScore(verdict.value) : verdict.status.replace("-", " ");
  return {
    label: reading === null ? value : `${value} ${reading.says}`,
    isScored,
    tone: reading?.tone ?? "none",
    version: version === "imported" ? version : `v${String(version)}`,
    because: verdict.because,
    quotations: quotations.of(evidenceOf(verdict)),
  } satisfies ReplayScoreView;
}

function scoreRows(
  candidate: ReplaySide,
  baseline: ReplaySide | null,
  quotations: NumberedQuotations,
): readonly ScoreRowView[] {
  const all = [...candidate.scores, ...(baseline?.scores ?? [])];
  return [...new Set(all.map(({ evaluator }) => evaluator))].map((evaluator) => {
    const viewOf = (side: ReplaySide | null) => {
      const score = side?.scores.find((each) => each.evaluator === evaluator);
      return score === undefined ? null : scoreView(score, quotations);
    };
    const isOurs = all.some(
      (each) =>
        each.evaluator === evaluator &&
        each.version !== "imported" &&
        evaluator !== expectedActions.name,
    );
    const [href, name] = [isOurs ? qualityHref(evaluator) : null, evaluatorName(evaluator)];
    return { evaluator, name, href, candidate: viewOf(candidate), baseline: viewOf(baseline) };
  });
}

function isScored({ candidate, baseline }: ScoreRowView): boolean {
  return [candidate, baseline].some((score) => score?.isScored === true);
}

function earlierView(aligned: AlignedReplays, names: SideNames) {
  const found = earlierWords(aligned, names);
  return found === null ? null : { words: found.words, href: `#${turnAnchor(found.turn)}` };
}

function turnAnchor({ number }: Pick<TurnPair, "number">): string {
  return `turn-${String(number)}`;
}

type Prepared = {
  readonly names: SideNames;
  readonly quotations: NumberedQuotations;
  /** False: there is one side, and nothing differs. */
  readonly isCompared: boolean;
  readonly parting: ReturnType<typeof alignTurns>["parting"];
};

function contactView(contact: ContactPair, at: number, part: Prepared): ContactPairView {
  const { names, isCompared, parting } = part;
  return {
    anchor: contactAnchor(at),
    candidate: contact.candidate,
    baseline: contact.baseline,
    difference: isCompared ? contactWords(contact, names) : "",
    isParting: parting?.at === "contact" && parting.contact === contact,
    turns: contact.turns.map((turn) => turnView(turn, contact, part)),
  };
}

function turnView(turn: TurnPair, { difference }: ContactPair, part: Prepared): TurnPairView {
  const { names, quotations, isCompared, parting } = part;
  const isOpen = turn.difference === "instructions" || isCall(turn);
  const viewOf = (side: Turn | null) =>
    side === null ? null : messageView(side, isOpen, quotations);
  // That only one side has the contact is said once, at its heading.
  const isSaid = !isCompared || difference === "one-sided";
  return {
    number: turn.number,
    anchor: turnAnchor(turn),
    candidate: viewOf(turn.candidate),
    baseline: viewOf(turn.baseline),
    difference: isSaid ? "" : turnWords(turn, names),
    isParting: parting?.at === "turn" && parting.turn === turn,
  };
}

function messageView(
  { message, calls }: Turn,
  isOpen: boolean,
  quotations: NumberedQuotations,
): MessageView {
  const [span] = message.spans;
  const ranges = quotations.ranges.get(message.ordinal) ?? [];
  return {
    ...{ message, calls, segments: segmentMessage(message satisfies Message, ranges) },
    failedCalls: [],
    traceHref: span === undefined ? null : spanHref(span, null),
    isQuoted: isOpen || ranges.length > 0,
  };
}

function partingHref(contacts: readonly ContactPairView[]): string | null {
  const all = contacts.flatMap((contact) => [contact, ...contact.turns]);
  const found = all.find(({ isParting }) => isParting);
  return found === undefined ? null : `#${found.anchor}`;
}
