import { judgeSameIssue, type SameIssueJudge } from "@/lib/evaluators/same-issue/same-issue";
import { isOtherLanguage } from "@/lib/learning/find-language";
import type { Row, RowMessage } from "./row";
import type { Scorer } from "./scorer";

/** Creates a scorer of the probability that a row's two contacts are about the same issue. */
export function createSameIssueScorer(judge: SameIssueJudge): Scorer {
  return (row) => {
    const [a, b] = [wordsOfCustomer(row.a), wordsOfCustomer(row.b)];
    const isForeign = [a, b].some((texts) => texts.length > 0 && texts.every(isOtherLanguage));
    const value = isForeign ? null : judge(a, b);
    if (value === null) return unscored(row, isForeign);
    const because =
      value >= 0.5
        ? "The customer's words of both are about the same thing."
        : "The customer's words of the two are about different things.";
    return { id: row.id, status: "scored", value, because, evidence: [] };
  };
}

function wordsOfCustomer(messages: readonly RowMessage[] | undefined): readonly string[] {
  return (messages ?? [])
    .filter(({ role, content }) => role === "user" && content.trim() !== "")
    .map(({ content }) => content);
}

function unscored({ id }: Row, isForeign: boolean): ReturnType<Scorer> {
  const because = isForeign
    ? "The customer writes another language than English."
    : "The customer said nothing in one of the two.";
  return { id, status: "not-scorable", value: null, because, evidence: [] };
}

export const scoreSameIssue = createSameIssueScorer(judgeSameIssue);
