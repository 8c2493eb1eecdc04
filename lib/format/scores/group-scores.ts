import type { ScoreView } from "./score-view";

export type GroupedScores = {
  /** Each of our scores with imported scores of the same target and question. */
  readonly own: readonly { readonly score: ScoreView; readonly others: readonly ScoreView[] }[];
  /** Imported scores without one of ours. */
  readonly rest: readonly ScoreView[];
};

/** Groups imported scores of one target with ours that answer the same question. */
export function groupScores(scores: readonly ScoreView[]): GroupedScores {
  const isOwn = ({ version, judge }: ScoreView) => version !== "imported" && judge === null;
  const others = scores.filter((score) => !isOwn(score));
  const own = scores.filter(isOwn).map((score) => ({
    score,
    others: others.filter(
      ({ question, about }) => question === score.question && isOfSamePlace(about, score.about),
    ),
  }));
  const beside = new Set(own.flatMap((each) => each.others));
  return { own, rest: others.filter((score) => !beside.has(score)) };
}

/** A contact's score groups imported scores of its messages and spans too. */
function isOfSamePlace(theirs: string, ours: string): boolean {
  return ours === "" || theirs === ours;
}
