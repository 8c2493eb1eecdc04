import type { Message, Quote } from "@/lib/domain/case/case";
import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import { remember } from "../remember";
import {
  findAcknowledgedSteps,
  findAskedSteps,
  findTriedSteps,
  type NamedStep,
  type Step,
} from "./steps";

/** Where the customer of a case first reported to have tried each step. */
const firstTried = remember((messages: readonly Message[]): readonly NamedStep[] => {
  const tried = new Map<Step, NamedStep>();
  for (const named of messages.flatMap(findTriedSteps)) {
    if (!tried.has(named.step)) tried.set(named.step, named);
  }
  return [...tried.values()];
});

/**
 * The steps that the customer had tried before a handoff, and whether they were asked to try them again.
 * @param messages the case's
 * @param end the position of the handoff among them
 */
export function findStepFacts(
  messages: readonly Message[],
  end: number,
  after: readonly Message[],
): readonly KnownFact[] {
  const tried = firstTried(messages).filter(({ quote }) => quote.message < end);
  return tried.map(({ step, quote }) => ({
    kind: "step",
    what: `tried: ${step.words}`,
    given: quote,
    by: "customer",
    ...fateOf(step, after),
  }));
}

function fateOf(
  step: Step,
  after: readonly Message[],
): { readonly after: FactFate; readonly seen: Quote | null } {
  for (const message of after) {
    const known = findAcknowledgedSteps(message).find((named) => named.step === step);
    if (known !== undefined) return { after: "carried", seen: known.quote };
    const asked = findAskedSteps(message).find((named) => named.step === step);
    if (asked !== undefined) return { after: "asked-again", seen: asked.quote };
    // Once the customer repeats it unasked, the agent's next words are a reply to that.
    const again = findTriedSteps(message).find((named) => named.step === step);
    if (again !== undefined) return { after: "said-again", seen: again.quote };
  }
  return { after: "not-needed", seen: null };
}
