import {
  createContextRetentionScorer,
  seenOf,
  type KeptShares,
} from "@/lib/scoring/score-context-retention";
import type { FoundEvent } from "@/lib/scoring/score-line";
import { binaryMeasure } from "../binary-measure";
import type { DataRow } from "../data-sets";
import { handoffLabel } from "./handoff-label";
import { defineRecipe, type Figure, type Judged } from "./recipe";

const kept = binaryMeasure({
  dataSet: "handoff.spliced",
  label: "nothing was asked again, contradicted or lost",
  path: "whole cases: the worst of their handoffs",
  verdicts: { low: 0.5, high: 0.5, says: ["partly kept or lost", "kept"] },
  truthOf: isKept,
  groupOf: ({ domain }) => domain,
  bars: { AUC: { must: 0.7, goal: 0.85 } },
});

/** Shares are rounded to a twentieth, the rows' precision. */
const twentieths = 20;

/** Share of rows without a loss, by observation, with add-one smoothing. */
function fit(rows: readonly DataRow[]): KeptShares {
  const counts = {
    failed: { kept: 1, all: 2 },
    carried: { kept: 1, all: 2 },
    untouched: { kept: 1, all: 2 },
  };
  for (const row of rows) {
    const count = counts[seenOf(row)];
    count.all += 1;
    count.kept += isKept(row);
  }
  const share = ({ kept: part, all }: { readonly kept: number; readonly all: number }) =>
    Math.round((twentieths * part) / all) / twentieths;
  return {
    failed: share(counts.failed),
    carried: share(counts.carried),
    untouched: share(counts.untouched),
  };
}

function isKept(row: DataRow): number {
  const { reask, contradicted, lost } = handoffLabel(row);
  return Number(reask === 0 && contradicted === 0 && lost === 0);
}

/** F1 of the events of one type: found if the same message of the same contact is labelled. */
function eventFigure(
  type: FoundEvent["type"],
  bar: { readonly must: number; readonly goal: number } | null,
): Figure {
  return {
    name: `${type}F1`,
    must: bar?.must ?? null,
    goal: bar?.goal ?? null,
    of: (judged) => {
      let [hits, predicted, labelled] = [0, 0, 0];
      for (const each of judged) {
        const found = new Set(placesOf(eventsOf(each), type));
        const labels = new Set(placesOf(handoffLabel(each.row).events, type));
        hits += [...found].filter((place) => labels.has(place)).length;
        predicted += found.size;
        labelled += labels.size;
      }
      return predicted + labelled === 0 ? null : (2 * hits) / (predicted + labelled);
    },
  };
}

function eventsOf({ line }: Judged): readonly FoundEvent[] {
  return "events" in line ? (line.events ?? []) : [];
}

function placesOf(events: readonly FoundEvent[], type: FoundEvent["type"]): readonly string[] {
  return events
    .filter((event) => event.type === type)
    .map(({ interaction, message }) => `${String(interaction)}.${String(message)}`);
}

export const contextRetentionRecipe = defineRecipe({
  evaluator: "context_retention",
  about: {
    task: "Whether what was known before a switch was kept after it, or asked again, contradicted or lost.",
    data: "STAR, MultiWOZ 2.1, tau-bench and tau2-bench (MIT), split into contacts with hand-written insertions.",
    method:
      "Values that were given are compared with what the receiving agent asks, says and does; only how often nothing was lost, by what is seen, is counted.",
    weaknesses:
      "Things that no slot names; constraints that only meaning would connect. The masked figure is lower: a name that was given and one that is read back are compared by what stands for them, and where only one of them is taken for a name they differ.",
  },
  measures: [
    {
      ...kept,
      figures: [
        ...kept.figures,
        eventFigure("reask", { must: 0.5, goal: 0.75 }),
        eventFigure("contradict", { must: 0.3, goal: 0.6 }),
        eventFigure("lost", null),
      ],
    },
  ],
  weights: {
    file: "lib/evaluators/facts/kept.gen.json",
    learnsFrom: ["handoff.spliced"],
    fit,
  },
  scorer: createContextRetentionScorer,
});
