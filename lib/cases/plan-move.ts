import type { Override } from "@/lib/domain/case/override";

type Reassign = Extract<Override, { kind: "reassign" }>;

/** A trace with its spans' current cases and the overrides made on them. */
export type TraceToMove = {
  readonly traceId: string;
  readonly spans: readonly {
    readonly spanId: string;
    readonly parentSpanId: string | null;
    readonly caseId: string | null;
  }[];
  /** Oldest first. */
  readonly overrides: readonly Reassign[];
};

/**
 * Plans the overrides that move some spans of a trace to another case and nothing else. An
 * overridden span takes its subtree along, so a span to be kept below a moved one gets an override
 * of its own. If nothing is kept, the whole trace moves, including spans that arrive later.
 * @param moving ids of the spans to move
 * @param staying ids of the spans to keep; spans in neither follow their parent
 */
export function planMove(
  trace: TraceToMove,
  moving: ReadonlySet<string>,
  staying: ReadonlySet<string>,
  toCaseId: string,
): Reassign[] {
  const { traceId, spans, overrides } = trace;
  const decided = new Map(overrides.map(({ spanId, toCaseId: caseId }) => [spanId, caseId]));
  const isWhole = staying.size === 0 && ![...decided.keys()].some((spanId) => spanId !== null);
  if (isWhole) return [{ kind: "reassign", traceId, spanId: null, toCaseId }];
  const parents = new Map(spans.map(({ spanId, parentSpanId }) => [spanId, parentSpanId]));
  const cases = new Map(spans.map(({ spanId, caseId }) => [spanId, caseId]));
  const planned = new Map<string, string>();
  for (const spanId of fromTop(parents)) {
    const above = nearest(parents.get(spanId) ?? null, parents, planned, decided);
    const current = decided.get(spanId) ?? above;
    if (moving.has(spanId)) {
      if (current !== toCaseId) planned.set(spanId, toCaseId);
    } else if (staying.has(spanId) && !decided.has(spanId) && above === toCaseId) {
      const caseId = cases.get(spanId) ?? null;
      if (caseId !== null && caseId !== toCaseId) planned.set(spanId, caseId);
    }
  }
  return [...planned].map(([spanId, caseId]) => ({
    kind: "reassign",
    traceId,
    spanId,
    toCaseId: caseId,
  }));
}

/** The case of the nearest override at or above the span. */
function nearest(
  from: string | null,
  parents: ReadonlyMap<string, string | null>,
  ...decisions: readonly ReadonlyMap<string | null, string>[]
): string | null {
  const seen = new Set<string>();
  for (let at = from; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    seen.add(at);
    for (const decided of decisions) {
      const caseId = decided.get(at);
      if (caseId !== undefined) return caseId;
    }
  }
  return null;
}

/** Parents before children; a cycle is broken at any span. */
function fromTop(parents: ReadonlyMap<string, string | null>): string[] {
  const ordered = new Set<string>();
  for (const start of parents.keys()) {
    const path = new Set<string>();
    let at: string | null = start;
    while (at !== null && parents.has(at) && !ordered.has(at) && !path.has(at)) {
      path.add(at);
      at = parents.get(at) ?? null;
    }
    for (const spanId of [...path].reverse()) ordered.add(spanId);
  }
  return [...ordered];
}
