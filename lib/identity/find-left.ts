import type { Declaration } from "@/lib/domain/trace/identity";
import type { Context } from "./context";
import { isReplayed, ownValue, sessionKey, unanimous, type Facts } from "./facts";

type Surroundings = {
  readonly sessionFacts: (session: string) => Facts | null;
  readonly mergedCaseId: (caseId: string) => string;
};

/**
 * Finds the spans that name another customer, or a session that is known as another case's or customer's, than the tree
 * around them, and no case: their words may not stand in the tree's case.
 * @returns per span the case that it leaves, or null
 */
export function createLeftFinder(
  declarations: Iterable<Declaration>,
  facts: Facts,
  surroundings: Surroundings,
): (declared: Declaration, above: Context) => string | null {
  const { session: sessions = [], customerId: customers = [] } = facts.said;
  if (isReplayed(facts) || (sessions.length < 2 && customers.length < 2)) return () => null;
  const named = customersByCase(declarations);
  const isOther = createComparison(facts);
  const casesOf = (session: string) => surroundings.sessionFacts(sessionKey(session, facts));

  return (declared, above) => {
    if (ownValue(declared, "caseId", "said") !== null) return null;
    const caseId = caseAbove(above, facts, casesOf);
    if (caseId === null) return null;
    const { customerId } = above.said;
    const here = customerId === undefined ? (named.get(caseId) ?? []) : [customerId];
    const own = ownValue(declared, "customerId", "said")?.value;
    if (own !== undefined && isOther(own, here)) return caseId;
    const session = ownValue(declared, "session", "said")?.value;
    if (session === undefined || sessions.length < 2 || session === above.said.session) return null;
    const there = casesOf(session);
    if (there === null) return null;
    const theirs = unanimous(there, "caseId", "said");
    const { mergedCaseId } = surroundings;
    if (theirs !== null) return mergedCaseId(theirs) === mergedCaseId(caseId) ? null : caseId;
    const them = unanimous(there, "customerId", "said");
    return them !== null && isOther(them, here) ? caseId : null;
  };
}

/** The case that a span would inherit. */
function caseAbove(
  { said, leftCaseId }: Context,
  facts: Facts,
  casesOf: (session: string) => Facts | null,
): string | null {
  if (said.caseId !== undefined || leftCaseId !== null) return said.caseId ?? null;
  const inTrace = unanimous(facts, "caseId", "said");
  if (inTrace !== null || said.session === undefined) return inTrace;
  const inSession = casesOf(said.session);
  return inSession === null ? null : unanimous(inSession, "caseId", "said");
}

/** Customers that a case is named beside, in one declaration. */
function customersByCase(
  declarations: Iterable<Declaration>,
): ReadonlyMap<string, readonly string[]> {
  const customers = new Map<string, string[]>();
  for (const declared of declarations) {
    const caseId = ownValue(declared, "caseId", "said")?.value;
    const customer = ownValue(declared, "customerId", "said")?.value;
    if (caseId === undefined || customer === undefined) continue;
    customers.set(caseId, [...(customers.get(caseId) ?? []), customer]);
  }
  return customers;
}

/** Whether a customer is none of some; further names of the trace's customer, as an account's, contradict nothing. */
function createComparison(facts: Facts): (one: string, some: readonly string[]) => boolean {
  const further = new Set(facts.instrumentation.customerId);
  return (one, some) =>
    some.length > 0 && !further.has(one) && !some.some((each) => each === one || further.has(each));
}
