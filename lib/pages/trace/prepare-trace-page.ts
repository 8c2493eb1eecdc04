import { replayHref } from "@/lib/pages/releases/href";
import { outsideLinks, type LinkTemplate } from "@/lib/domain/settings/link-template";
import { belongingOf } from "@/lib/domain/case/belonging";
import { isFailedSpan, type StoredTrace, type TraceSpan } from "@/lib/domain/trace/trace";
import { chosenSpanId } from "./chosen-span-id";
import { paginate } from "@/lib/format/address/paginate";
import { formatSpanTime } from "@/lib/format/format";
import { sumUsage } from "@/lib/domain/trace/model-usage";
import { usageWords } from "@/lib/format/amounts/usage-words";
import { prepareSpanPanel } from "./prepare-span-panel";
import { spanTree, type TreeNode } from "./span-tree";
import { timeTicks } from "@/lib/format/time-ticks";
import type { SpanRow, TracePageModel } from "./trace-page-model";
import { foldedMax, spanPanelAnchor, spansPerPage, traceHref, type TraceQuery } from "./url";
import { timeFinding, traceTitle } from "./trace-words";

type Axis = { readonly startUs: number; readonly durationUs: number };

/** The context of a trace. */
type TraceAround = Pick<TracePageModel, "claims"> & {
  /** Accuracy of one of our evaluators: "AUC 0.84". */
  readonly accuracyOf: (evaluator: string) => string;
  /** Makes names in the words that its case shows readable. */
  readonly restore: (text: string) => string;
  /** Links back to the tools that traces come from. */
  readonly openIn: readonly LinkTemplate[];
};

/** Prepares the Trace page: the shown rows of the tree, the selected span's panel, and related claims. */
export function prepareTracePage(
  trace: StoredTrace,
  query: TraceQuery,
  { claims, accuracyOf, restore, openIn }: TraceAround,
): TracePageModel {
  const { traceId, spans } = trace;
  const tree = spanTree(spans);
  const chosen = chosenSpanId(spans, query.spanId);
  const axis = axisOf(spans);
  const failed = tree.filter(({ span }) => isFailedSpan(span));
  const shown = shownNodes(tree, query);
  const { page, rows } = pageOf(shown, query, chosen);
  const href = (change: Partial<TraceQuery>) => traceHref(traceId, { ...query, ...change });
  const orphansFrom = rows.findIndex((node) => node.isOrphaned);
  const shownRows = rows.map((node) => spanRow(node, { query, axis, chosen, href }));
  const span = spans.find(({ spanId }) => spanId === chosen);
  const identity = trace.span?.identity ?? null;
  const belonging = belongingOf(identity ?? {});
  const sessionId = belonging.session;
  return {
    traceId,
    title: traceTitle(trace.spanCount, failed.length, axis.durationUs),
    finding: timeFinding(spans, axis.durationUs),
    caseIds: trace.caseIds,
    replays: trace.replays.map((replay) => ({
      label: `${replay.item} in ${replay.run}`,
      href: replayHref(replay),
    })),
    channel: belonging.channel,
    agentKind: belonging.agentKind,
    query,
    ...axis,
    spanCount: trace.spanCount,
    readCount: spans.length,
    usage: usageWords(sumUsage(spans.map((each) => ({ traceId, ...each })))),
    openIn: outsideLinks(openIn, { traceId, spanId: null, sessionId }),
    failed: {
      count: failed.length,
      href: href({ spanId: failed[0]?.span.spanId ?? null, page: null, text: "", folded: [] }),
    },
    orphanCount: tree.filter((node) => node.isOrphaned && node.depth === 0).length,
    ticks: timeTicks(axis.durationUs),
    rows: shownRows,
    keys: keysOf(shown, shownRows, chosen, (spanId) => href({ spanId, page: null })),
    orphansFrom: orphansFrom === -1 ? null : orphansFrom,
    hiddenByFilter: query.text === "" ? 0 : tree.length - shown.length,
    unfoldHref: query.folded.length === 0 ? null : href({ folded: [], page: null }),
    foldHref: foldAllHref(tree, query, href),
    pagination: paginate({ page, pageSize: spansPerPage, total: shown.length }, (each) =>
      href({ page: each }),
    ),
    missingSpanId: query.spanId !== null && span === undefined ? query.spanId : null,
    panel:
      span === undefined
        ? null
        : prepareSpanPanel(span, trace, query, {
            ...{ startUs: axis.startUs, accuracyOf, restore },
            openIn: outsideLinks(openIn, { traceId, spanId: span.spanId, sessionId }),
          }),
    claims,
  };
}

function axisOf(spans: readonly TraceSpan[]): Axis {
  const first = spans[0];
  if (first === undefined) return { startUs: 0, durationUs: 0 };
  let { startUs, endUs } = first;
  for (const span of spans) {
    startUs = Math.min(startUs, span.startUs);
    endUs = Math.max(endUs, span.endUs, span.startUs);
  }
  return { startUs, durationUs: endUs - startUs };
}

type Node = TreeNode<TraceSpan>;

/** Without search text: the unfolded spans. With it: matching spans and their ancestors. */
function shownNodes(tree: readonly Node[], query: TraceQuery): readonly Node[] {
  if (query.text === "") {
    const folded = new Set(query.folded);
    return tree.filter(({ ancestors }) => !ancestors.some((id) => folded.has(id)));
  }
  const words = query.text.toLowerCase();
  const kept = new Set<string>();
  for (const { span, ancestors } of tree) {
    const { name, kind, toolName, model, spanId, status } = span;
    const searched = [name, kind, toolName, model, spanId, status].join("\n").toLowerCase();
    if (searched.includes(words)) for (const id of [...ancestors, spanId]) kept.add(id);
  }
  return tree.filter(({ span }) => kept.has(span.spanId));
}

function pageOf(shown: readonly Node[], query: TraceQuery, chosen: string | null) {
  const last = Math.max(1, Math.ceil(shown.length / spansPerPage));
  const at = shown.findIndex(({ span }) => span.spanId === chosen);
  const own = Math.floor(Math.max(0, at) / spansPerPage) + 1;
  const page = Math.min(query.page ?? own, last);
  return { page, rows: shown.slice((page - 1) * spansPerPage, page * spansPerPage) };
}

type RowContext = {
  readonly query: TraceQuery;
  readonly axis: Axis;
  readonly chosen: string | null;
  readonly href: (change: Partial<TraceQuery>) => string;
};

function spanRow(node: Node, { query, axis, chosen, href }: RowContext): SpanRow {
  const { span, depth, below } = node;
  const { spanId, name, kind } = span;
  const isFolded = query.text === "" && query.folded.includes(spanId);
  const canFold = below > 0 && query.text === "";
  const folded = isFolded
    ? query.folded.filter((id) => id !== spanId)
    : [...query.folded, spanId].slice(-foldedMax);
  const shareOf = (us: number) => (axis.durationUs === 0 ? 0 : us / axis.durationUs);
  return {
    spanId,
    name,
    note: [span.toolName, span.model].find((note) => note !== null && !name.includes(note)) ?? "",
    kind,
    depth,
    below,
    isFolded,
    isFailed: isFailedSpan(span),
    isChosen: spanId === chosen,
    href: `${href({ spanId, tab: null })}#${spanPanelAnchor}`,
    toggleHref: canFold ? href({ folded, page: null }) : null,
    left: shareOf(span.startUs - axis.startUs),
    width: shareOf(Math.max(0, span.endUs - span.startUs)),
    time: formatSpanTime(span.endUs - span.startUs),
  };
}

/** Steps cover the whole shown tree, across its pages. */
function keysOf(
  shown: readonly Node[],
  rows: readonly SpanRow[],
  chosen: string | null,
  hrefOf: (spanId: string) => string,
): TracePageModel["keys"] {
  const at = shown.findIndex(({ span }) => span.spanId === chosen);
  const stepTo = (node: Node | undefined) => (node === undefined ? null : hrefOf(node.span.spanId));
  const row = rows.find(({ isChosen }) => isChosen);
  return {
    next: stepTo(shown[at + 1]),
    previous: at < 1 ? null : stepTo(shown[at - 1]),
    collapse: row?.isFolded === false ? row.toggleHref : null,
    expand: row?.isFolded === true ? row.toggleHref : null,
  };
}

/** Folds the whole tree to its roots and orphans. */
function foldAllHref(
  tree: readonly Node[],
  query: TraceQuery,
  href: RowContext["href"],
): string | null {
  const tops = tree.filter(({ depth, below }) => depth === 0 && below > 0);
  const folded = tops.map(({ span }) => span.spanId);
  const isFolded = folded.every((id) => query.folded.includes(id));
  if (query.text !== "" || isFolded || folded.length > foldedMax) return null;
  return href({ folded, page: null });
}
