import type { DerivedCase } from "@/lib/domain/case/case";
import type { HandoffFacts } from "@/lib/domain/case/handoff-facts";

/** A detail that the customer gave and was asked for again. */
export type RepeatedDetail = {
  /** "account number" */
  readonly what: string;
  /** How often it was asked for again. */
  readonly times: number;
  /** Ordinals of the contacts in which it was given and asked for again, in order. */
  readonly contacts: readonly number[];
};

/** The detail that was asked for again most often, the same value each time; null: none. */
export function mostRepeatedDetail(
  { handoffs, messages }: Pick<DerivedCase, "handoffs" | "messages">,
  handoffFacts: readonly HandoffFacts[],
): RepeatedDetail | null {
  const found = new Map<string, { what: string; contacts: number[] }>();
  for (const { handoff, facts } of handoffFacts) {
    const to = handoffs[handoff]?.toInteraction;
    if (to === undefined) continue;
    for (const { what, kind, by, after, given } of facts) {
      if (kind !== "detail" || by !== "customer" || after !== "asked-again") continue;
      const message = messages[given.message];
      const key = `${what}: ${message?.text.slice(given.start, given.end) ?? ""}`;
      const before = found.get(key);
      if (before === undefined)
        found.set(key, { what, contacts: [message?.interaction ?? to, to] });
      else before.contacts.push(to);
    }
  }
  return [...found.values()]
    .map(({ what, contacts }) => ({ what, times: contacts.length - 1, contacts }))
    .reduce<RepeatedDetail | null>(
      (most, each) => (most === null || each.times > most.times ? each : most),
      null,
    );
}
