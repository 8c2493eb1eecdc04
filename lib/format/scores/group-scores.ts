import type { ScoreView } from "./score-view";

export type GroupedScores = {
  /** Each of ours, with what others say of the same place and question. */
  readonly own: readonly { readonly score: ScoreView; readonly others: readonly ScoreView[] }[];
  /** Others' scores that have none of ours beside them. */
  readonly rest: readonly ScoreView[];
};

/** Puts others' scores of one place beside ours that answer the same question; none is mixed with another. */
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

/** What is said of a whole contact has others' scores of its parts beside it. */
function isOfSamePlace(theirs: string, ours: string): boolean {
  return ours === "" || theirs === ours;
}
