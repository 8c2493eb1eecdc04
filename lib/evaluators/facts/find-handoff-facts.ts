import type { AssembledCase, Handoff, Message, Quote } from "@/lib/domain/case/case";
import {
  fateResults,
  type FactFate,
  type HandoffFacts,
  type KnownFact,
} from "@/lib/domain/case/handoff-facts";
import { remember } from "../remember";
import { findCommitments, type Commitment } from "../promises/find-commitments";
import { findReception } from "../promises/find-reception";
import { areOfTwoPeople } from "../promises/may-concern";
import { contactKinds } from "../promises/takes-up";
import { findDetailFacts } from "./find-detail-facts";
import { findMatterFact, matterWords } from "./find-matter-fact";
import { findMismatchFacts } from "./find-mismatch-facts";
import { findStepFacts } from "./find-step-facts";
import { isOfAnotherPerson } from "./is-of-another";
import { messagesAfter } from "./messages-after";

/** Maximum number of commitments before a handoff, the latest first, that are looked for after it. */
const commitmentsMax = 20;

type FactsCase = Pick<AssembledCase, "messages" | "handoffs">;

/**
 * For each handoff: the facts known before it (details, steps tried, commitments) and their fate
 * with the receiving agent: carried, asked again, contradicted, lost, or not needed.
 * @param commitments agents' in the case; default: they are found in its messages
 * @returns one entry per handoff, in order
 */
export function findHandoffFacts(
  input: FactsCase,
  commitments: readonly Commitment[] = findCommitments(input.messages),
): readonly HandoffFacts[] {
  return readFacts(input, commitments).map((facts, handoff) => ({
    handoff,
    facts: facts ?? [],
    isOfAnotherAccount: facts === null,
  }));
}

type FactsOfHandoffs = readonly (readonly KnownFact[] | null)[];

const factsOf = remember((input: FactsCase): FactsOfHandoffs =>
  input.handoffs.length === 0 ? [] : readFacts(input, findCommitments(input.messages)),
);

function readFacts(input: FactsCase, commitments: readonly Commitment[]): FactsOfHandoffs {
  return input.handoffs.map((handoff) => readFactsAt(handoff, input, commitments));
}

/** The facts known before one handoff, with their fates; null where the contact after it is another customer's. */
export function findFactsAt(handoff: Handoff, input: FactsCase): readonly KnownFact[] | null {
  const facts = factsOf(input)[handoff.ordinal];
  return facts === undefined ? [] : facts;
}

function readFactsAt(
  handoff: Handoff,
  input: FactsCase,
  commitments: readonly Commitment[],
): readonly KnownFact[] | null {
  const before = input.messages.slice(0, handoff.atMessage);
  const after = messagesAfter(handoff, input);
  if (isOfAnotherPerson(before, after)) return null;
  const isOwn = ({ interaction }: Message) =>
    !areOfTwoPeople(input.messages, interaction, handoff.toInteraction);
  const own = before.filter(isOwn);
  const details = findDetailFacts(input.messages, own, after);
  const isMatterAsked = details.some(({ what }) => what === matterWords);
  const matter = isMatterAsked ? null : findMatterFact(input.messages, own, after);
  const theirs = commitments.filter(({ message }) => isOwn(message));
  const commitment = commitmentFacts(theirs, handoff, after);
  const failed = new Set([...details, ...commitment].flatMap(failedAt));
  const mismatches = findMismatchFacts(before, after);
  return [
    ...details,
    ...(matter === null ? [] : [matter]),
    // Each failure at a message is reported once, by its most specific fact.
    ...mismatches.filter((fact) => failedAt(fact).every((message) => !failed.has(message))),
    ...findStepFacts(input.messages, handoff.atMessage, after),
    ...commitment,
  ].toSorted((a, b) => a.given.message - b.given.message || a.given.start - b.given.start);
}

function failedAt({ after, seen }: KnownFact): readonly number[] {
  return fateResults[after] === "failed" && seen !== null && "message" in seen
    ? [seen.message]
    : [];
}

function commitmentFacts(
  commitments: readonly Commitment[],
  handoff: Handoff,
  after: readonly Message[],
): readonly KnownFact[] {
  return commitments
    .filter(({ quote }) => quote.message < handoff.atMessage)
    .slice(-commitmentsMax)
    .map((commitment) => {
      const { fate, quote } = fateOfCommitment(commitment, after);
      return {
        kind: "commitment",
        what: commitment.what,
        given: commitment.quote,
        by: "agent",
        after: fate,
        seen: quote,
      };
    });
}

/** No words show that an agent knew of a promise to be in touch: "your order details" names no message. */
function fateOfCommitment(
  { thing }: Commitment,
  after: readonly Message[],
): { readonly fate: FactFate; readonly quote: Quote | null } {
  const { reception, quote } = findReception(thing, after);
  if (quote === null || reception === "ignored" || reception === "not-mentioned") {
    return { fate: "not-needed", quote: null };
  }
  if (reception === "denied") return { fate: "lost", quote };
  return contactKinds.has(thing.kind)
    ? { fate: "not-needed", quote: null }
    : { fate: "carried", quote };
}
