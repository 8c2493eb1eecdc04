import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { Belonging } from "@/lib/domain/trace/identity";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, says, startUs, turn } from "@/lib/cases/test-spans";
import { noFacts, type DisclosedContact } from "./contact";
import { evaluateOverCase } from "./evaluate-over-case";
import { contactsOf } from "./find-disclosures";
import type { CustomerFact } from "@/lib/domain/disclosures/customer-fact";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { findRule } from "./rules";

export type Line = readonly [Speaker, string];

/** Minutes from the test spans' beginning, 2025-11-03, to 2026-10-01, when Art. 50 is in force. */
const inForce = (Date.UTC(2026, 9, 1) * 1000 - startUs) / 60_000_000;

/** A contact of a case for tests; `day` counts from 2026-10-01. */
export type TestContact = {
  readonly said: readonly Line[];
  readonly day?: number;
  readonly belonging?: Partial<Belonging>;
  /** A tool that is called with the first words. */
  readonly call?: string;
};

/** Derives one case of the contacts and prepares it for evaluation. */
export function contactsOfCase(
  parts: readonly TestContact[],
  facts: Partial<DisclosedContact["facts"]> = {},
): readonly DisclosedContact[] {
  const spans = parts.flatMap(({ said, day = 0, belonging, call }, at) =>
    said.map(([speaker, text], index) =>
      turn(inForce + day * 1440 + index / 4, speaker, text, {
        belonging: { agentKind: "ai", region: "DE", session: `s-${String(at)}`, ...belonging },
        spanId: `s${String(at)}-${String(index)}`,
        ...(index === 0 &&
          call !== undefined && {
            input: [says(speaker, text, [{ id: null, name: call, args: "{}" }])],
          }),
      }),
    ),
  );
  return contactsOf(derive(spans), {}).map((contact) => ({
    ...contact,
    facts: { ...noFacts, ...facts },
  }));
}

/** Evaluates a shipped rule, changed by `change`, on a case of the contacts. */
export function judgeCase(
  rule: string,
  parts: readonly TestContact[],
  change: Partial<DisclosureRule> = {},
  ofCustomer: readonly CustomerFact[] | null = null,
): readonly CaseDisclosure[] {
  return evaluateOverCase({ ...ruleOf(rule), ...change }, contactsOfCase(parts), ofCustomer);
}

/** The shipped rule with an id, which must exist. */
export function ruleOf(id: string): DisclosureRule {
  const rule = findRule(id);
  if (rule === null) throw new Error(`There is no rule ${id}.`);
  return rule;
}
