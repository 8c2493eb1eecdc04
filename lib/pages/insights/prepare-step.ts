import type { StepQuote, WhatWorks } from "@/lib/analytics/insights/describe-findings";
import { messageAnchor } from "@/lib/format/anchors";
import { formatCount } from "@/lib/format/format";
import { pointsWords, rateBasis, rateWords } from "@/lib/format/share-words";
import { caseViewHref, pageOfMessage } from "@/lib/pages/case/url";
import type { QuoteModel, StepCardModel } from "./insights-model";
import { likeWithLike, stepWords, teamShare, type ComparedContact } from "./words/steps";

/** What is compared, in words. */
type CardWords = {
  readonly key: string;
  readonly title: string;
  readonly arms: readonly [with_: string, without: string];
  readonly contact: ComparedContact;
};

/** A step with its figures, teams and quotes. */
export function stepCard(
  found: WhatWorks,
  { key, title, arms, contact }: CardWords,
): StepCardModel {
  const { alongside, teams, withTeam, quotes, difference } = found;
  const arm = (words: string, share: WhatWorks["with"]) => ({
    words,
    rate: rateWords(share),
    basis: rateBasis(share),
  });
  return {
    ...{ key, title },
    arms: [arm(arms[0], found.with), arm(arms[1], found.without)],
    difference: likeWithLike(pointsWords(difference)),
    alongside: alongside.map((step) => stepWords(step, contact)).join("; "),
    teams: teams
      .slice(0, 3)
      .map(({ team, cases }) => teamShare(team, hitsOf({ hits: cases, of: withTeam })))
      .join(", "),
    quotes: quotes.map(quoteModel),
  };
}

/** A quote with the address of its message. */
export function quoteModel({ words, caseId, message }: StepQuote): QuoteModel {
  const href = caseViewHref(caseId, { page: pageOfMessage(message) });
  return { words, caseId, href: `${href}#${messageAnchor(message)}` };
}

/** "15 of 15". */
export function hitsOf({ hits, of }: WhatWorks["with"]): string {
  return `${formatCount(hits)} of ${formatCount(of)}`;
}
