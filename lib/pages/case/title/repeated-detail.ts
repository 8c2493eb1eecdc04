import type { DerivedCase } from "@/lib/domain/case/case";
import type { HandoffFacts } from "@/lib/domain/case/handoff-facts";

/** A detail that the customer had to give more than once. */
export type RepeatedDetail = {
  /** "account number" */
  readonly what: string;
  /** How often it was given. */
  readonly times: number;
  /** Ordinals of the contacts in which it was given, in order. */
  readonly contacts: readonly number[];
};

/** The detail the customer had to repeat most often; null: none. */
export function mostRepeatedDetail(
  { handoffs, messages }: Pick<DerivedCase, "handoffs" | "messages">,
  handoffFacts: readonly HandoffFacts[],
): RepeatedDetail | null {
  const found = new Map<string, number[]>();
  for (const { handoff, facts } of handoffFacts) {
    const to = handoffs[handoff]?.toInteraction;
    if (to === undefined) continue;
    for (const { what, kind, by, after, given } of facts) {
      if (kind !== "detail" || by !== "customer" || after !== "asked-again") continue;
      const before = found.get(what);
      if (before === undefined) found.set(what, [messages[given.message]?.interaction ?? to, to]);
      else before.push(to);
    }
  }
  return [...found]
    .map(([what, contacts]) => ({ what, times: contacts.length, contacts }))
    .reduce<RepeatedDetail | null>(
      (most, each) => (most === null || each.times > most.times ? each : most),
      null,
    );
}
