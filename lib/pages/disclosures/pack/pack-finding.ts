import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseDisclosure, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type { DisclosureReview, ReviewState } from "@/lib/domain/quality/disclosure-review";
import { isoInstant } from "@/lib/format/format";
import { plainWords } from "@/lib/format/plain-words";
import { findingTurns } from "../finding-turns";
import type { PackDecision, PackFinding, PackPerson, PackTurn } from "./pack-model";
import { packWords } from "./pack-words";

/** A required disclosure of a contact, with the decisions on it, the latest first. */
export type AppliedDisclosure = CaseDisclosure & {
  readonly status: RequiredStatus;
  readonly reviews: readonly DisclosureReview[];
  /** What was decided; `open` also where the rule finds something else by now. */
  readonly review: ReviewState;
};

/** Somebody by their id in the audit. */
export type PersonOf = (actor: string) => PackPerson;

/** Messages of a searched window that a pack quotes. */
const searchedMax = 12;

/** Writes down a finding with its quotes, the words around them and the decisions on it. */
export function packFinding(
  disclosure: AppliedDisclosure,
  { interactions, messages }: DerivedCase,
  personOf: PersonOf,
): PackFinding {
  const { rule, version, interaction, status, because, missingElements, notice } = disclosure;
  const { quote, dueUs, searched, reviews } = disclosure;
  const { turns, leftOut } = findingTurns(disclosure, messages, { searchedMax, isWide: true });
  const saidUs = quote === null ? notice?.atUs : messages[quote.message]?.atUs;
  return {
    ...{ rule, version, status, because, missingElements, notice },
    contact: interaction + 1,
    channel: interactions[interaction]?.channel ?? "unknown",
    review: disclosure.review,
    at: packInstant(saidUs ?? dueUs),
    searched:
      searched === null
        ? null
        : {
            from: packInstant(searched.fromUs) ?? "",
            to: packInstant(searched.toUs) ?? "",
            messages: searched.messages,
          },
    turns: turns.map(({ message, label, who, ranges }): PackTurn => ({
      ...{ label, who, message: message.ordinal },
      at: packInstant(message.atUs) ?? "",
      words: packWords(message.text, ranges),
    })),
    turnsLeftOut: leftOut,
    decisions: reviews.map((review) => packDecision(review, personOf)),
  };
}

/** Writes down a decision. */
export function packDecision(
  review: Pick<DisclosureReview, "atUs" | "actor" | "decision" | "reason" | "version" | "status">,
  personOf: PersonOf,
): PackDecision {
  return {
    at: packInstant(review.atUs) ?? "",
    by: personOf(review.actor),
    decision: review.decision,
    basis: review.reason,
    version: review.version,
    status: review.status,
  };
}

/** The same with masked values as words in every text: "[phone]". */
export function withPlainWords<T>(value: T): T {
  const plain = (part: unknown): unknown => {
    if (typeof part === "string") return plainWords(part);
    if (Array.isArray(part)) return part.map(plain);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, plain(each)]));
  };
  return plain(value) as T;
}

/** An instant as packs have it. */
export function packInstant(atUs: number | null | undefined): string | null {
  return atUs === null || atUs === undefined ? null : (isoInstant(atUs) ?? null);
}
