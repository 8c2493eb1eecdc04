import type { Step } from "@/lib/analytics/insights/find-steps";
import type { StepQuote, WhatWorks } from "@/lib/analytics/insights/describe-findings";
import { messageAnchor } from "@/lib/format/anchors";
import { formatCount } from "@/lib/format/format";
import { pointsWords, rateBasis, rateWords } from "@/lib/format/share-words";
import { caseViewHref, pageOfMessage } from "@/lib/pages/case/url";
import type { QuoteModel, StepCardModel } from "./insights-model";

/** The contacts whose steps are compared: "in the first contact", "in the contact that ended it". */
export type Where = "in the first contact" | "in the last contact";

/** A step as a heading: "reset_port called in the first contact". */
export function stepWords({ kind, names }: Step, where: Where): string {
  const [one = "", other = ""] = names;
  switch (kind) {
    case "call":
      return `${one} called ${where}`;
    case "first-call":
      return `${one} is the first call ${where}`;
    case "order":
      return `${one} called before ${other}`;
    case "kept":
      return `not passed on ${where}`;
    case "words":
      return where === "in the first contact"
        ? `“${one} … ${other}” said early`
        : `“${one} … ${other}” said ${where}`;
  }
}

/** The same as the subject of a sentence: "Calling reset_port in the first contact". */
export function stepSubject({ kind, names }: Step, where: Where): string {
  const [one = "", other = ""] = names;
  switch (kind) {
    case "call":
      return `Calling ${one} ${where}`;
    case "first-call":
      return `Calling ${one} first`;
    case "order":
      return `Calling ${one} before ${other}`;
    case "kept":
      return `Not passing the customer on ${where}`;
    case "words":
      return where === "in the first contact"
        ? `Saying “${one} … ${other}” early`
        : `Saying “${one} … ${other}” ${where}`;
  }
}

/** What is compared, in words. */
type CardWords = {
  readonly key: string;
  readonly title: string;
  readonly arms: readonly [with_: string, without: string];
  readonly where: Where;
};

/** A step with its figures, teams and quotes. */
export function stepCard(found: WhatWorks, { key, title, arms, where }: CardWords): StepCardModel {
  const { alongside, teams, withTeam, quotes, difference } = found;
  const arm = (words: string, share: WhatWorks["with"]) => ({
    words,
    rate: rateWords(share),
    basis: rateBasis(share),
  });
  return {
    ...{ key, title },
    arms: [arm(arms[0], found.with), arm(arms[1], found.without)],
    difference: `${pointsWords(difference)}, comparing like with like`,
    alongside: alongside.map((step) => stepWords(step, where)).join("; "),
    teams: teams
      .slice(0, 3)
      .map(({ team, cases }) => `${team} ${formatCount(cases)} of ${formatCount(withTeam)}`)
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
