import type { Override } from "@/lib/domain/case/override";

type Reassign = Extract<Override, { kind: "reassign" }>;

/** A trace as it stands: where its spans belong, and what was decided about them. */
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
 * The reassignments that move some spans of a trace to another case and nothing else. A reassigned
 * span takes along what stands below it, so what has to stay below a moved span is held by one of its own.
 * Where nothing has to stay, the whole trace moves, with what may still come of it.
 * @param moving ids of the spans that move
 * @param staying ids of the spans that stay; what is in neither says nothing and goes with its parent
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
    const standing = decided.get(spanId) ?? above;
    if (moving.has(spanId)) {
      if (standing !== toCaseId) planned.set(spanId, toCaseId);
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

/** The case that was decided for the nearest span above, or for the span itself. */
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

/** Parents before their children; a circle is begun somewhere. */
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
