/** The members of a span that its tree needs. */
export type TreeSpan = {
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly startUs: number;
};

export type TreeNode<Span extends TreeSpan> = {
  readonly span: Span;
  /** 0 for a root and for an orphan. */
  readonly depth: number;
  /** Ids of its ancestors, outermost first. */
  readonly ancestors: readonly string[];
  /** Number of descendants. */
  readonly below: number;
  /** True for an orphan (missing parent or a cycle) and its descendants. */
  readonly isOrphaned: boolean;
};

/**
 * Sorts spans in tree order: roots with their descendants, then orphans with theirs; siblings by start.
 * Every span occurs exactly once, whatever its parent id.
 */
export function spanTree<Span extends TreeSpan>(spans: readonly Span[]): TreeNode<Span>[] {
  const sorted = [...spans].sort(byStart);
  const known = new Set(sorted.map(({ spanId }) => spanId));
  const children = new Map<string | null, Span[]>();
  for (const span of sorted) {
    const { parentSpanId } = span;
    const siblings = children.get(parentSpanId);
    if (siblings === undefined) children.set(parentSpanId, [span]);
    else siblings.push(span);
  }
  const tree = createWalk(children);
  for (const root of children.get(null) ?? []) tree.add(root, false);
  for (const span of sorted) {
    if (span.parentSpanId !== null && !known.has(span.parentSpanId)) tree.add(span, true);
  }
  // The rest are cycles: start each at its earliest span.
  for (const span of sorted) tree.add(span, true);
  return tree.nodes();
}

function byStart(left: TreeSpan, right: TreeSpan): number {
  return left.startUs - right.startUs || (left.spanId < right.spanId ? -1 : 1);
}

type OpenNode<Span extends TreeSpan> = {
  readonly span: Span;
  readonly depth: number;
  readonly ancestors: readonly string[];
  readonly isOrphaned: boolean;
};

function createWalk<Span extends TreeSpan>(children: ReadonlyMap<string | null, readonly Span[]>) {
  const placed = new Map<string, OpenNode<Span>>();

  /** Iterative: a chain of spans may be deeper than the call stack. */
  function add(first: Span, isOrphaned: boolean): void {
    const waiting: OpenNode<Span>[] = [{ span: first, depth: 0, ancestors: [], isOrphaned }];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const { spanId } = node.span;
      if (placed.has(spanId)) continue;
      placed.set(spanId, node);
      const ancestors = [...node.ancestors.slice(-ancestorsMax), spanId];
      const depth = node.depth + 1;
      for (const span of (children.get(spanId) ?? []).toReversed()) {
        waiting.push({ span, depth, ancestors, isOrphaned });
      }
    }
  }

  function nodes(): TreeNode<Span>[] {
    const all = [...placed.values()];
    const below = countBelow(all.map(({ depth }) => depth));
    return all.map((node, index) => ({ ...node, below: below[index] ?? 0 }));
  }

  return { add, nodes };
}

/** Maximum ancestors kept per span: avoids quadratic cost on deep chains. */
const ancestorsMax = 200;

/** Number of descendants of each node, from depths in tree order. */
function countBelow(depths: readonly number[]): number[] {
  const below = depths.map(() => 0);
  const open: number[] = [];
  const close = (until: number, at: number) => {
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if ((depths[top] ?? 0) < until) return;
      below[top] = at - top - 1;
      open.pop();
    }
  };
  depths.forEach((depth, at) => {
    close(depth, at);
    open.push(at);
  });
  close(0, depths.length);
  return below;
}
