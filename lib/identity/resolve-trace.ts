import { replayCaseId, replayOf, type Replay } from "@/lib/domain/gate/replay";
import {
  identityFields,
  type Declaration,
  type Identity,
  type IdentityField,
  type Sourced,
} from "@/lib/domain/trace/identity";
import {
  collectFacts,
  isShared,
  isReplayed,
  isUnanimous,
  ownValue,
  sessionKey,
  tiers,
  unanimous,
  type Facts,
  type Tier,
} from "./facts";

/** A span as identity resolution reads it. */
export type TraceSpan = {
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly declared: Declaration;
  /** The case of an override on this span, which applies to its subtree. */
  readonly overrideCaseId?: string;
};

export type TraceSurroundings = {
  /** Merged facts of a session's traces. */
  readonly sessionFacts: (session: string) => Facts | null;
  /** The case of an override on the whole trace. */
  readonly overrideCaseId: string | null;
  /** The last case of the chain of merges, or the case itself. */
  readonly mergedCaseId: (caseId: string) => string;
  /** The replay that a replay counts as: it itself, or what a mapping joins it to. */
  readonly joinedReplay: (replay: Replay) => Replay;
};

/** Per span: the inherited value of each tier and field. */
type Context = Readonly<Record<Tier, Partial<Record<IdentityField, string>>>> & {
  readonly overrideCaseId: string | null;
};

const noContext: Context = {
  said: {},
  resource: {},
  "resource-metadata": {},
  instrumentation: {},
  overrideCaseId: null,
};

/**
 * Resolves the identity of a trace's spans. Per field: the span's own value, its nearest
 * ancestor's, the trace's if unanimous, the session's if unanimous (speaker fields only if no human
 * took part); then the same for resource attributes and for instrumentation.
 * @returns one identity per span in the given order, on which nothing else depends
 */
export function resolveTrace(
  spans: readonly TraceSpan[],
  surroundings: TraceSurroundings,
): Identity[] {
  const facts = collectFacts(new Set(spans.map((span) => span.declared)));
  const contexts = contextsOf(spans);
  return spans.map((span, index) =>
    resolveSpan(span.declared, contexts[index] ?? noContext, facts, surroundings),
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
  if (!isUnanimous(facts)) return null;
  return (declared) => resolveSpan(declared, noContext, facts, surroundings);
}

function resolveSpan(
  declared: Declaration,
  context: Context,
  facts: Facts,
  surroundings: TraceSurroundings,
): Identity {
  const session = resolveField("session", declared, context, facts, null);
  const sessionFacts =
    session === null ? null : surroundings.sessionFacts(sessionKey(session.value, facts));
  const identity: Identity = {};
  for (const field of identityFields) {
    const resolved = resolveField(field, declared, context, facts, sessionFacts);
    if (resolved !== null) identity[field] = resolved;
  }
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

function resolveField(
  field: IdentityField,
  declared: Declaration,
  context: Context,
  facts: Facts,
  sessionFacts: Facts | null,
): Sourced | null {
  for (const tier of tiers) {
    const own = ownValue(declared, field, tier);
    if (own !== null) return own;
    const inherited = inheritedValue(field, tier, context, facts, sessionFacts);
    if (inherited !== null) {
      return tier === "said" ? inherited : { value: inherited.value, from: tier };
    }
  }
  return null;
}

function inheritedValue(
  field: IdentityField,
  tier: Tier,
  context: Context,
  facts: Facts,
  sessionFacts: Facts | null,
): Sourced | null {
  const ancestor = context[tier][field];
  if (ancestor !== undefined) return { value: ancestor, from: "ancestor" };
  const inTrace = isShared(field, facts) ? unanimous(facts, field, tier) : null;
  if (inTrace !== null) return { value: inTrace, from: "trace" };
  if (sessionFacts === null || !isShared(field, sessionFacts)) return null;
  const inSession = unanimous(sessionFacts, field, tier);
  return inSession === null ? null : { value: inSession, from: "session" };
}

/**
 * The inherited values and overrides of each span, nearest first. A span that declares nothing
 * shares its parent's object.
 */
function contextsOf(spans: readonly TraceSpan[]): Context[] {
  const bySpanId = spans.map((span, index) => [span.spanId, index] as const);
  const indexes = new Map(bySpanId.sort(([a], [b]) => (a < b ? -1 : 1)));
  const parents = spans.map((span) =>
    span.parentSpanId === null ? undefined : indexes.get(span.parentSpanId),
  );
  const inherited = new Map<number, Context>();
  for (const start of indexes.values()) {
    const path: number[] = [];
    const onPath = new Set<number>();
    let at: number | undefined = start;
    while (at !== undefined && !inherited.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents[at];
    }
    // A cycle of parents has no root: it starts with an empty context where it closes.
    for (const index of path.reverse())
      inherited.set(index, handedDown(parents[index], spans, inherited));
  }
  return spans.map((span, index) => withOverride(span, inherited.get(index) ?? noContext));
}

function handedDown(
  parentIndex: number | undefined,
  spans: readonly TraceSpan[],
  inherited: ReadonlyMap<number, Context>,
): Context {
  const parent = parentIndex === undefined ? undefined : spans[parentIndex];
  if (parent === undefined || parentIndex === undefined) return noContext;
  const above = withOverride(parent, inherited.get(parentIndex) ?? noContext);
  const own = parent.declared;
  if (Object.keys(own).length === 0) return above;
  return {
    said: handDown(above.said, own, "said"),
    resource: handDown(above.resource, own, "resource"),
    "resource-metadata": handDown(above["resource-metadata"], own, "resource-metadata"),
    instrumentation: handDown(above.instrumentation, own, "instrumentation"),
    overrideCaseId: above.overrideCaseId,
  };
}

function handDown(
  above: Partial<Record<IdentityField, string>>,
  own: Declaration,
  tier: Tier,
): Partial<Record<IdentityField, string>> {
  const values = { ...above };
  for (const field of identityFields) {
    const said = ownValue(own, field, tier);
    if (said !== null) values[field] = said.value;
  }
  return values;
}

function withOverride(span: TraceSpan, context: Context): Context {
  return span.overrideCaseId === undefined
    ? context
    : { ...context, overrideCaseId: span.overrideCaseId };
}
