import { channels, type Channel } from "@/lib/domain/trace/channel";
import {
  flowEnds,
  flowSteps,
  type Flow,
  type FlowEnd,
  type FlowLink,
  type FlowPoint,
} from "@/lib/analytics/journeys/tally-flow";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { ChartTable } from "@/lib/analytics/charts/chart-model";
import { formatCount } from "@/lib/format/format";
import { percent, percentFrom } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import { bandHref, pointHref, type FlowOf } from "./flow-hrefs";
import type { FlowBand, FlowModel, FlowNode } from "./journeys-model";
import { flowWords } from "./words";

const width = 1120;
const nodeWidth = 10;
const labelRoom = 100;
const top = 22;
const gap = 17;
const reach = 300;
const order: readonly FlowPoint[] = [...channels, "other", "later", ...flowEnds];

/** End nodes differ by pattern; colour encodes channels. */
const endLooks = {
  other: "ink",
  later: "ink",
  resolved: "solid",
  "not resolved": "hollow",
  waiting: "dashed",
  unjudged: "dashed",
} as const;

/** A node: a channel at a contact position, or an end after it. */
type Node = { readonly column: number; readonly point: FlowPoint; readonly cases: number };
type Placed = Node & { readonly y: number; readonly height: number };

/**
 * Prepares the flow: columns are contact positions, bands are cases.
 * @param cases the filter
 * @param isEndKnown false: the data can't say how cases end, and neither title nor chart says anything of it
 */
export function prepareFlow(flow: Flow, cases: CasesQuery, isEndKnown: boolean): FlowModel {
  const of = { cases, folded: flow.folded };
  const links = isEndKnown ? flow.links : flow.links.filter(({ to }) => !isEnd(to));
  const nodes = nodesOf(flow.links).filter(({ point }) => isEndKnown || !isEnd(point));
  const columns = Math.max(1, ...nodes.map(({ column }) => column)) + 1;
  const scale = scaleOf(nodes, flow.cases);
  const placed = placeNodes(nodes, scale);
  const step = (width - labelRoom - nodeWidth) / Math.max(1, columns - 1);
  const height = Math.max(top + 40, ...placed.map(({ y, height: tall }) => y + tall)) + 8;
  const finding = findingOf(flow, isEndKnown);
  return {
    frame: {
      title: finding,
      subtitle: flowWords.subtitle(flow.cases, isEndKnown),
      label: flowWords.label(finding),
      table: tableOf({ ...flow, links }, of),
      links: [],
      note: noteOf(flow, isEndKnown),
    },
    ...{ width, height, nodeWidth },
    nodes: placed.map((node): FlowNode => ({
      key: `${String(node.column)} ${node.point}`,
      ...{ x: node.column * step, y: node.y, height: node.height },
      words: `${flowPointWords(node.point)} ${formatCount(node.cases)}`,
      look: isChannel(node.point) ? node.point : endLooks[node.point],
      href: pointHref(of, node.column, node.point),
    })),
    bands: bandsOf(links, placed, { scale, step, of }),
    heads: Array.from({ length: columns }, (_, column) => ({
      x: column * step,
      words: headOf(column),
    })),
  };
}

function isEnd(point: FlowPoint): point is FlowEnd {
  return flowEnds.some((end) => end === point);
}

function isChannel(point: FlowPoint): point is Channel {
  return channels.some((channel) => channel === point);
}

function flowPointWords(point: FlowPoint): string {
  return isChannel(point) ? channelWords[point] : flowWords.points[point];
}

function headOf(column: number): string {
  if (column > flowSteps) return flowWords.then;
  return flowWords.contact(`${String(column + 1)}${column === flowSteps ? "+" : ""}`);
}

function nodesOf(links: readonly FlowLink[]): readonly Node[] {
  const sums = new Map<string, Node>();
  const add = (column: number, point: FlowPoint, cases: number) => {
    const key = `${String(column)} ${point}`;
    sums.set(key, { column, point, cases: (sums.get(key)?.cases ?? 0) + cases });
  };
  for (const { step, from, to, cases } of links) {
    if (step === 0) add(0, from, cases);
    add(step + 1, to, cases);
  }
  return [...sums.values()].sort(
    (one, two) => one.column - two.column || order.indexOf(one.point) - order.indexOf(two.point),
  );
}

/** px per case. */
function scaleOf(nodes: readonly Node[], cases: number): number {
  return cases === 0 || nodes.length === 0 ? 0 : reach / cases;
}

function placeNodes(nodes: readonly Node[], scale: number): readonly Placed[] {
  const next = new Map<number, number>();
  return nodes.map((node) => {
    const y = next.get(node.column) ?? top;
    const height = Math.max(1.5, node.cases * scale);
    next.set(node.column, y + Math.max(height, 4) + gap);
    return { ...node, y, height };
  });
}

type Drawn = { readonly scale: number; readonly step: number; readonly of: FlowOf };

function bandsOf(
  links: readonly FlowLink[],
  placed: readonly Placed[],
  { scale, step, of }: Drawn,
): readonly FlowBand[] {
  const left = new Map<Placed, number>();
  const right = new Map<Placed, number>();
  const find = (column: number, point: FlowPoint) =>
    placed.find((node) => node.column === column && node.point === point);
  const ordered = links.toSorted(
    (one, two) =>
      one.step - two.step ||
      order.indexOf(one.from) - order.indexOf(two.from) ||
      order.indexOf(one.to) - order.indexOf(two.to),
  );
  return ordered.flatMap((link) => {
    const [from, to] = [find(link.step, link.from), find(link.step + 1, link.to)];
    if (from === undefined || to === undefined) return [];
    const thick = link.cases * scale;
    const start = from.y + (left.get(from) ?? 0);
    const end = to.y + (right.get(to) ?? 0);
    left.set(from, (left.get(from) ?? 0) + thick);
    right.set(to, (right.get(to) ?? 0) + thick);
    const [x1, x2] = [from.column * step + nodeWidth, to.column * step];
    return [
      {
        key: `${String(link.step)} ${link.from} ${link.to}`,
        path: bandPath({ x1, x2, start, end, thick }),
        look: isChannel(link.from) ? link.from : ("ink" as const),
        words: `${flowPointWords(link.from)} → ${flowPointWords(link.to)}: ${flowWords.cases(link.cases)}`,
        href: bandHref(of, link),
      },
    ];
  });
}

type Band = Readonly<Record<"x1" | "x2" | "start" | "end" | "thick", number>>;

function bandPath({ x1, x2, start, end, thick }: Band): string {
  const middle = round((x1 + x2) / 2);
  const [a, b, c, d] = [start, end, end + thick, start + thick].map(round);
  const [from, to] = [round(x1), round(x2)];
  return `M${from} ${a}C${middle} ${a} ${middle} ${b} ${to} ${b}V${c}C${middle} ${c} ${middle} ${d} ${from} ${d}Z`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Share of cases with one contact, and where ends are known the resolved ones among them. */
function findingOf({ cases, links }: Flow, isEndKnown: boolean): string {
  if (cases === 0) return flowWords.none;
  const ended = links.filter(({ step, to }) => step === 0 && flowEnds.some((end) => end === to));
  const sum = (some: readonly FlowLink[]) => some.reduce((all, each) => all + each.cases, 0);
  const once = sum(ended);
  const resolved = sum(ended.filter(({ to }) => to === "resolved"));
  const share =
    cases < percentFrom
      ? `${formatCount(once)} of ${formatCount(cases)}`
      : percent(once / cases, cases);
  const lead = flowWords.once(share);
  if (!isEndKnown) return lead;
  return `${lead}; ${flowWords.onceResolved(resolved, once)}`;
}

function noteOf({ without }: Flow, isEndKnown: boolean): string {
  const parts = [
    ...(isEndKnown ? [flowWords.ends] : []),
    flowWords.grouped,
    ...(without === 0 ? [] : [flowWords.without(without)]),
  ];
  return parts.join(" ");
}

function tableOf({ links, cases }: Flow, of: FlowOf): ChartTable {
  return {
    columns: [
      { words: flowWords.columns.contact, isNumber: true },
      { words: flowWords.columns.on, isNumber: false },
      { words: flowWords.columns.then, isNumber: false },
      { words: flowWords.columns.cases, isNumber: true },
      { words: flowWords.columns.share, isNumber: true },
    ],
    rows: links.map((link) => [
      { words: link.step === flowSteps ? `${String(link.step + 1)}+` : String(link.step + 1) },
      { words: flowPointWords(link.from) },
      { words: flowPointWords(link.to) },
      { words: formatCount(link.cases), href: bandHref(of, link) },
      { words: cases < percentFrom ? "" : percent(link.cases / cases, cases) },
    ]),
  };
}
