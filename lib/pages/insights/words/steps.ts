import type { Step } from "@/lib/analytics/insights/find-steps";

/** The contacts whose steps are compared. */
export type ComparedContact = "first" | "last";

const contactWords: Readonly<Record<ComparedContact, string>> = {
  first: "in the first contact",
  last: "in the last contact",
};

/** A step as a heading: "reset_port called in the first contact". */
export function stepWords({ kind, names }: Step, contact: ComparedContact): string {
  const [one = "", other = ""] = names;
  const where = contactWords[contact];
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
      return contact === "first"
        ? `“${one} … ${other}” said early`
        : `“${one} … ${other}” said ${where}`;
  }
}

/** The same as the subject of a sentence: "Calling reset_port in the first contact". */
export function stepSubject({ kind, names }: Step, contact: ComparedContact): string {
  const [one = "", other = ""] = names;
  const where = contactWords[contact];
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
      return contact === "first"
        ? `Saying “${one} … ${other}” early`
        : `Saying “${one} … ${other}” ${where}`;
  }
}

export const stepCardWords = {
  subtitle: "Resolved quickly, and for good",
  with: "With this step",
  without: "Without it",
  heldWith: "Held with it",
  heldWithout: "Held without it",
  difference: "Difference",
  quotes: "Quotes",
} as const;

/** @param points "+69 points (+50 to +88)" */
export function likeWithLike(points: string): string {
  return `${points}, comparing like with like`;
}

/** @param steps "reset_port called before check_line" */
export function oftenTogether(steps: string): string {
  return `Often together with: ${steps}.`;
}

/** @param teams "Billing 3 of 7" */
export function teamsThatDo(teams: string): string {
  return `Teams that do it: ${teams}.`;
}

/** @param share "3 of 7" */
export function teamShare(team: string, share: string): string {
  return `${team} ${share}`;
}
