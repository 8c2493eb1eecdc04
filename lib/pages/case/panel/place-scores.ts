import type { DerivedCase, Score, ScoreTarget } from "@/lib/domain/case/case";
import { evidenceOf } from "@/lib/domain/case/evidence-of";
import type { JudgeScore } from "@/lib/domain/quality/judgement";
import type { ScoreView } from "../case-page-model";
import type { NumberedQuotations } from "@/lib/format/number-quotations";
import { readingOf } from "@/lib/format/scores/score-reading";
import { scoreSubject } from "../words/panel";

/** A case's scores by their place on the page. */
export type PlacedScores = {
  readonly ofCase: readonly ScoreView[];
  readonly ofInteraction: ReadonlyMap<number, readonly ScoreView[]>;
  readonly ofHandoff: ReadonlyMap<number, readonly ScoreView[]>;
};

/** The context of a score. */
export type ScoreWords = {
  readonly quotations: NumberedQuotations;
  /** Accuracy of one of our evaluators: "AUC 0.84". */
  readonly accuracyOf: (evaluator: string) => string;
  /** The address of a target; null: unknown. */
  readonly placeHref: (target: ScoreTarget) => string | null;
};

/** Groups scores by place; those of messages and spans belong to their contact. */
export function placeScores(
  derived: DerivedCase,
  judgeScores: readonly JudgeScore[],
  context: ScoreWords,
): PlacedScores {
  const { quotations } = context;
  const ofCase: ScoreView[] = [];
  const ofInteraction = new Map<number, ScoreView[]>();
  const ofHandoff = new Map<number, ScoreView[]>();
  const scores = [
    ...derived.scores.map((score) => ({ score, judge: null })),
    ...judgeScores.map(byJudge),
  ];
  const own = new Set(derived.scores.filter(({ version }) => version !== "imported").map(keyOf));
  scores.forEach(({ score, judge }, index) => {
    const place = scorePlace(score, derived, quotations);
    const said = scoreView(score, index, place.about, context);
    // Only our scores can be labelled; an imported score may share the name of one of ours.
    const isOthers = judge !== null || (score.version === "imported" && own.has(keyOf(score)));
    const view = isOthers ? { ...said, judge, place: null, accuracy: null } : said;
    if (place.handoff !== null) push(ofHandoff, place.handoff, view);
    else if (place.interaction !== null) push(ofInteraction, place.interaction, view);
    else ofCase.push(view);
  });
  return { ofCase, ofInteraction, ofHandoff };
}

function keyOf({ evaluator, target }: Score): string {
  return JSON.stringify([evaluator, target]);
}

function byJudge({ rubric, model, isStale, ...said }: JudgeScore) {
  return { score: { ...said, version: rubric }, judge: { model, isStale } };
}

type Place = {
  readonly interaction: number | null;
  readonly handoff: number | null;
  readonly about: string;
};

function scorePlace(
  { target }: Score,
  derived: DerivedCase,
  { messageOfSpan }: NumberedQuotations,
): Place {
  switch (target.kind) {
    case "case":
      return { interaction: null, handoff: null, about: "" };
    case "interaction":
      return { interaction: target.ordinal, handoff: null, about: "" };
    case "handoff":
      return { interaction: null, handoff: target.ordinal, about: "" };
    case "message": {
      const interaction = derived.messages[target.ordinal]?.interaction ?? null;
      return { interaction, handoff: null, about: scoreSubject.message(target.ordinal + 1) };
    }
    case "span": {
      const message = messageOfSpan.get(target.span);
      const about =
        message === undefined ? scoreSubject.span : scoreSubject.message(message.ordinal + 1);
      return { interaction: message?.interaction ?? null, handoff: null, about };
    }
  }
}

/** A score in words. */
export function scoreView(
  score: Score,
  index: number,
  about: string,
  { quotations, accuracyOf, placeHref }: ScoreWords,
): ScoreView {
  const { verdict } = score;
  const isScored = verdict.status === "scored";
  return {
    key: `${index}`,
    ...readingOf(score),
    place: score.target,
    judge: null,
    about,
    status: verdict.status,
    value: isScored ? verdict.value : null,
    because: verdict.because,
    accuracy: score.version === "imported" ? null : accuracyOf(score.evaluator),
    aboutHref: placeHref(score.target),
    quotations: quotations.of(evidenceOf(verdict)),
  };
}

function push(places: Map<number, ScoreView[]>, ordinal: number, view: ScoreView): void {
  const views = places.get(ordinal);
  if (views === undefined) places.set(ordinal, [view]);
  else views.push(view);
}
