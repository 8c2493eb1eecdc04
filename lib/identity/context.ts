import { identityFields, type Declaration, type IdentityField } from "@/lib/domain/trace/identity";
import { ownValue, type Tier } from "./facts";

/** A span as identity resolution reads it. */
export type TraceSpan = {
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly declared: Declaration;
  /** Work that the span above called, as a model's or a tool's: it begins no contact. */
  readonly isCall?: boolean;
  /** The case of an override on this span, which applies to its subtree. */
  readonly overrideCaseId?: string;
};

/** Per span: the inherited value of each tier and field. */
export type Context = Readonly<Record<Tier, Partial<Record<IdentityField, string>>>> & {
  readonly overrideCaseId: string | null;
  /** The case that a span here or above left, as it is another's; what its trace agrees on is not of it. */
  readonly leftCaseId: string | null;
  /** Ids of the traces that the root above links to. */
  readonly links: readonly string[];
};

export const noContext: Context = {
  said: {},
  resource: {},
  "resource-metadata": {},
  instrumentation: {},
  overrideCaseId: null,
  leftCaseId: null,
  links: [],
};

/** What says whose a span is, as opposed to what ran it. */
const ownersFields: ReadonlySet<IdentityField> = new Set([
  "caseId",
  "customerId",
  "channel",
  "intent",
  "session",
  "interactionId",
  "caseType",
  "risk",
]);

/** Whether what a trace agrees on holds for a span. */
export function holdsHere(field: IdentityField, { leftCaseId }: Context): boolean {
  return leftCaseId === null || !ownersFields.has(field);
}

/** A span within its tree: what it says itself, and what it inherits. */
export type PlacedSpan = { readonly declared: Declaration; readonly context: Context };

/** The case that a span leaves, as it names another customer or session than the tree above; null if it stays. */
type FindLeft = (declared: Declaration, above: Context) => string | null;

/**
 * Places each span under what it inherits, nearest first. A span that declares nothing shares its parent's object.
 */
export function placeSpans(spans: readonly TraceSpan[], findLeft: FindLeft): PlacedSpan[] {
  const bySpanId = spans.map((span, index) => [span.spanId, index] as const);
  const indexes = new Map(bySpanId.sort(([a], [b]) => (a < b ? -1 : 1)));
  const parents = spans.map((span) =>
    span.parentSpanId === null ? undefined : indexes.get(span.parentSpanId),
  );
  const placed = new Map<number, PlacedSpan>();
  for (const start of indexes.values()) {
    const path: number[] = [];
    const onPath = new Set<number>();
    let at: number | undefined = start;
    while (at !== undefined && !placed.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents[at];
    }
    for (const index of path.reverse()) {
      const [span, parent] = [spans[index], parents[index]];
      if (span === undefined) continue;
      const above = parent === undefined ? rootContext(span) : handedDown(parent, spans, placed);
      placed.set(index, place(span, above, findLeft));
    }
  }
  return spans.map((span, index) => placed.get(index) ?? place(span, noContext, findLeft));
}

function rootContext({ declared: { links } }: TraceSpan): Context {
  return links === undefined ? noContext : { ...noContext, links };
}

/** A cycle of parents has no root: it starts with an empty context where it closes. */
function handedDown(
  parent: number,
  spans: readonly TraceSpan[],
  placed: ReadonlyMap<number, PlacedSpan>,
): Context {
  const known = placed.get(parent);
  const declared = known?.declared ?? spans[parent]?.declared ?? {};
  const context = known?.context ?? noContext;
  if (Object.keys(declared).length === 0) return context;
  return {
    ...context,
    said: handDown(context.said, declared, "said"),
    resource: handDown(context.resource, declared, "resource"),
    "resource-metadata": handDown(context["resource-metadata"], declared, "resource-metadata"),
    instrumentation: handDown(context.instrumentation, declared, "instrumentation"),
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

function place(span: TraceSpan, above: Context, findLeft: FindLeft): PlacedSpan {
  const { declared, overrideCaseId } = span;
  if (overrideCaseId !== undefined) return { declared, context: { ...above, overrideCaseId } };
  const left = above.overrideCaseId === null ? findLeft(declared, above) : null;
  if (left !== null) return { declared, context: leave(above, left) };
  return {
    declared: isPartOfCaller(span, above) ? withoutSession(declared) : declared,
    context: above,
  };
}

function leave(above: Context, leftCaseId: string): Context {
  const { said, instrumentation } = above;
  return {
    ...above,
    said: withoutOwner(said),
    instrumentation: withoutOwner(instrumentation),
    leftCaseId,
    links: [],
  };
}

function withoutOwner(
  values: Partial<Record<IdentityField, string>>,
): Partial<Record<IdentityField, string>> {
  const kept: Partial<Record<IdentityField, string>> = {};
  for (const field of identityFields) {
    const value = ownersFields.has(field) ? undefined : values[field];
    if (value !== undefined) kept[field] = value;
  }
  return kept;
}

/** A call's own session id is that of a model's or a tool's memory, unless it is on another channel. */
function isPartOfCaller({ isCall, declared }: TraceSpan, { said }: Context): boolean {
  if (isCall !== true || said.session === undefined) return false;
  const channel = ownValue(declared, "channel", "said")?.value;
  return channel === undefined || channel === said.channel;
}

function withoutSession({ session, ...declared }: Declaration): Declaration {
  const kept = session?.filter(({ from }) => from === "resource" || from === "resource-metadata");
  return kept === undefined || kept.length === 0 ? declared : { ...declared, session: kept };
}
