import { createScale, type ScaleMode } from "./create-scale";
import { layOutAxis, layOutGaps, layOutNow } from "./lay-out-axis";
import { lanesEnd, layOutBars, layOutLanes } from "./lay-out-bars";
import { boxOf, layOutConnectors } from "./lay-out-connectors";
import { layOutLines } from "./lay-out-lines";
import {
  layOutDisclosures,
  layOutOpening,
  layOutReleases,
  layOutSla,
  layOutStates,
} from "./lay-out-tracks";
import type { Box, TimelineLayout } from "./layout-model";
import { pxOfInstant } from "./scale";
import type { Timeline } from "./timeline-model";

export type TimelineView = {
  readonly mode: ScaleMode;
  /** px, without the labels. */
  readonly width: number;
  /** True: fit into the width; false: may be wider and scroll. */
  readonly isFitted: boolean;
};

const lanesTop = 142;
const factRowsMax = 4;
const promiseRowsMax = 8;
const disclosuresHeight = 43;
const releasesHeight = 37;
const around = 3;

/** Computes the timeline's layout. Deterministic across machines. */
export function layOutTimeline(
  timeline: Timeline,
  { mode, width, isFitted }: TimelineView,
): TimelineLayout {
  const scale = createScale(timeline.blocks, mode, width, isFitted);
  const lanes = layOutLanes(timeline, lanesTop);
  const bars = layOutBars(timeline, lanes, scale);
  const factsTop = lanesEnd(lanes, lanesTop);
  const facts = layOutLines(timeline.facts, bars, scale, {
    top: factsTop,
    rowsMax: factRowsMax,
    isOfAgents: false,
  });
  // Without handoffs there is no track of facts.
  const promisesTop = factsTop + (timeline.handoffs.length === 0 ? 0 : facts.height);
  const promises = layOutLines(timeline.promises, bars, scale, {
    top: promisesTop,
    rowsMax: promiseRowsMax,
    isOfAgents: true,
  });
  const disclosuresTop = promisesTop + promises.height;
  const releasesTop = disclosuresTop + disclosuresHeight;
  const { now, gaps } = layOutNow(timeline, scale, layOutGaps(timeline, scale));
  const layout = {
    width: Math.ceil(scale.width),
    height: releasesTop + releasesHeight,
    scale,
    axis: layOutAxis(timeline, scale, mode),
    gaps,
    lanes,
    lanesTop,
    factsTop,
    promisesTop,
    disclosuresTop,
    releasesTop,
    bars,
    connectors: layOutConnectors(timeline, bars, scale),
    states: layOutStates(timeline, scale),
    sla: layOutSla(timeline, scale),
    facts: facts.lines,
    hiddenFacts: facts.hidden,
    promises: promises.lines,
    hiddenPromises: promises.hidden,
    disclosures: layOutDisclosures(timeline, scale, disclosuresTop),
    releases: layOutReleases(timeline, lanes, scale),
    openingX: pxOfInstant(scale, timeline.blocks[0]?.fromUs ?? 0),
    openingWords: layOutOpening(timeline, scale),
    now,
  };
  return { ...layout, rings: ringsOf(layout) };
}

function ringsOf(layout: Omit<TimelineLayout, "rings">): ReadonlyMap<string, Box> {
  const { bars, connectors, states, facts, promises, disclosures, releases, releasesTop } = layout;
  const rings: (readonly [string, Box])[] = [
    ...bars.flatMap((bar) => bar.itemIds.map((id) => [id, grow(bar)] as const)),
    ...connectors.flatMap(({ itemIds, chip }) =>
      itemIds.flatMap((id) => (chip === null ? [] : [[id, grow(boxOf(chip))] as const])),
    ),
    ...states.map((state) => [state.id, grow(state)] as const),
    ...facts.map(({ id, solidToX, y }) => [id, around24(solidToX, y)] as const),
    ...promises.map(({ id, dueX, saidX, y }) => [id, around24(dueX ?? saidX, y)] as const),
    ...disclosures.map(({ id, x, y }) => [id, around24(x, y)] as const),
    ...releases.map(({ id, x }) => [id, around24(x, releasesTop + 15)] as const),
  ];
  return new Map(rings);
}

function grow({ x, y, width, height }: Box): Box {
  return {
    x: x - around,
    y: y - around,
    width: width + 2 * around,
    height: height + 2 * around,
  };
}

/** Minimum click area. */
function around24(x: number, y: number): Box {
  return { x: x - 12, y: y - 12, width: 24, height: 24 };
}
