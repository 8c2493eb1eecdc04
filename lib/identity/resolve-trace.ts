import { replayCaseId, replayOf, type Replay } from "@/lib/domain/gate/replay";
import {
  identityFields,
  type Declaration,
  type Identity,
  type IdentityField,
  type Sourced,
} from "@/lib/domain/trace/identity";
import { holdsHere, noContext, placeSpans, type Context, type TraceSpan } from "./context";
import {
  collectFacts,
  isShared,
  isReplayed,
  isUnanimous,
  mergeFacts,
  ownValue,
  sessionKey,
  tiers,
  unanimous,
  type Facts,
  type Tier,
} from "./facts";
import { createLeftFinder } from "./find-left";

export type { TraceSpan } from "./context";

export type TraceSurroundings = {
  /** Merged facts of a session's traces. */
  readonly sessionFacts: (session: string) => Facts | null;
  /** What another trace, by its id, hands down to a span that links to it. */
  readonly linkedFacts: (traceId: string) => Facts | null;
  /** The case of an override on the whole trace. */
  readonly overrideCaseId: string | null;
  /** The last case of the chain of merges, or the case itself. */
  readonly mergedCaseId: (caseId: string) => string;
  /** The replay that a replay counts as: it itself, or what a mapping joins it to. */
  readonly joinedReplay: (replay: Replay) => Replay;
};

/**
 * Resolves the identity of a trace's spans. Per field: the span's own value, its nearest
 * ancestor's, the trace's if unanimous, the session's if unanimous (speaker fields only if no human
 * took part), that of the traces which the root links to; then the same for resource attributes and for
 * instrumentation. A subtree that is another customer's inherits nothing of whose the tree is.
 * @returns one identity per span in the given order, on which nothing else depends
 */
export function resolveTrace(
  spans: readonly TraceSpan[],
  surroundings: TraceSurroundings,
): Identity[] {
  const declarations = new Set(spans.map((span) => span.declared));
  const facts = collectFacts(declarations);
  const findLeft = createLeftFinder(declarations, facts, surroundings);
  return placeSpans(spans, findLeft).map(({ declared, context }) =>
    resolveSpan(declared, context, facts, surroundings),
  );
}

/**
 * As `resolveTrace` for a unanimous trace, whose tree does not matter: an identity depends on the
 * span's own declaration alone.
 * @returns null if the trace is not unanimous, else a function of the declaration
 */
export function resolveUnanimousTrace(
  declarations: readonly Declaration[],
  surroundings: TraceSurroundings,
): ((declared: Declaration) => Identity) | null {
  const facts = collectFacts(declarations);
  if (!isUnanimous(declarations, facts)) return null;
  return (declared) => resolveSpan(declared, noContext, facts, surroundings);
}

function resolveSpan(
  declared: Declaration,
  context: Context,
  facts: Facts,
  surroundings: TraceSurroundings,
): Identity {
  const others = othersOf(declared, context, facts, surroundings);
  const identity: Identity = {};
  for (const field of identityFields) {
    const resolved = resolveField(field, declared, { context, facts, others });
    if (resolved !== null) identity[field] = resolved;
  }
  if (context.leftCaseId !== null && identity.caseId?.value === context.leftCaseId)
    delete identity.caseId;
  const replay = replayOf(identity);
  if (replay !== null && identity.cohortItem !== undefined) {
    const caseId = replayCaseId(surroundings.joinedReplay(replay));
    identity.caseId = { value: caseId, from: identity.cohortItem.from };
    return identity;
  }
  if (isReplayed(facts)) {
    delete identity.caseId;
    return identity;
  }
  const caseId = decidedCase(identity.caseId, context, surroundings);
  if (caseId !== undefined) identity.caseId = caseId;
  return identity;
}

function decidedCase(
  resolved: Sourced | undefined,
  context: Context,
  surroundings: TraceSurroundings,
): Sourced | undefined {
  const decided = context.overrideCaseId ?? surroundings.overrideCaseId;
  const said: Sourced | undefined =
    decided === null ? resolved : { value: decided, from: "override" };
  if (said === undefined) return undefined;
  const merged = surroundings.mergedCaseId(said.value);
  return merged === said.value ? said : { value: merged, from: "override" };
}

/** What a span inherits from: its tree, its trace, and other traces. */
type Heritage = {
  readonly context: Context;
  readonly facts: Facts;
  readonly others: readonly { readonly from: "session" | "link"; readonly facts: Facts }[];
};

/** The other traces that a span inherits from: its session's, and those that its root links to if it has no case. */
function othersOf(
  declared: Declaration,
  context: Context,
  facts: Facts,
  surroundings: TraceSurroundings,
): Heritage["others"] {
  const alone = { context, facts, others: [] };
  const session = resolveField("session", declared, alone);
  const customer = resolveField("customerId", declared, alone)?.value;
  const inSession =
    session === null ? null : surroundings.sessionFacts(sessionKey(session.value, facts));
  const isStrange = context.leftCaseId !== null && !isOfCustomer(inSession, customer);
  const others =
    inSession === null || isStrange ? [] : [{ from: "session" as const, facts: inSession }];
  if (context.links.length === 0) return others;
  if (resolveField("caseId", declared, { ...alone, others }) !== null) return others;
  const linked = mergeLinked(context.links.map(surroundings.linkedFacts));
  if (linked === null || !isOfCustomer(linked, customer)) return others;
  return [...others, { from: "link" as const, facts: linked }];
}

function isOfCustomer(facts: Facts | null, customer: string | undefined): boolean {
  const named = facts?.said.customerId ?? [];
  return customer === undefined || named.every((each) => each === customer);
}

/** What linked traces hand down: nothing unless all name the same case. */
function mergeLinked(linked: readonly (Facts | null)[]): Facts | null {
  const known = linked.filter((facts) => facts !== null);
  const cases = new Set(known.map((facts) => unanimous(facts, "caseId", "said")));
  return known.length < linked.length || cases.size !== 1 || cases.has(null)
    ? null
    : mergeFacts(known);
}

function resolveField(
  field: IdentityField,
  declared: Declaration,
  heritage: Heritage,
): Sourced | null {
  for (const tier of tiers) {
    const own = ownValue(declared, field, tier);
    if (own !== null) return own;
    const inherited = inheritedValue(field, tier, heritage);
    if (inherited !== null) {
      return tier === "said" ? inherited : { value: inherited.value, from: tier };
    }
  }
  return null;
}

function inheritedValue(
  field: IdentityField,
  tier: Tier,
  { context, facts, others }: Heritage,
): Sourced | null {
  const ancestor = context[tier][field];
  if (ancestor !== undefined) return { value: ancestor, from: "ancestor" };
  // A weak name of a customer says nothing where the stronger ones contradict each other.
  if (field === "customerId" && tier === "instrumentation" && facts.said.customerId !== undefined)
    return null;
  const inTrace =
    holdsHere(field, context) && isShared(field, facts) ? unanimous(facts, field, tier) : null;
  if (inTrace !== null) return { value: inTrace, from: "trace" };
  for (const other of others) {
    const value = isShared(field, other.facts) ? unanimous(other.facts, field, tier) : null;
    if (value !== null) return { value, from: other.from };
  }
  return null;
}
