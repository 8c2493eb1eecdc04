import { scorePromises } from "@/lib/scoring/score-promises";
import type { FoundPromise } from "@/lib/scoring/score-line";
import { handoffLabel, type HandoffLabel } from "./handoff-label";
import { labelledPromise } from "./promise-label";
import { defineRecipe, type Figure, type Judged } from "./recipe";

type Labelled = HandoffLabel["promises"][number];
type Place = Pick<Labelled, "interaction" | "message" | "start" | "end">;
type Matched = { readonly labelled: Labelled; readonly found: FoundPromise };

/** The same promise: same message and overlapping ranges. */
function isSame(one: Place, other: Place): boolean {
  return (
    one.interaction === other.interaction &&
    one.message === other.message &&
    one.start < other.end &&
    other.start < one.end
  );
}

function foundIn({ line }: Judged): readonly FoundPromise[] {
  return "promises" in line ? line.promises : [];
}

/** Each labelled promise with the first matching prediction. */
function matchesOf(judged: Judged): readonly Matched[] {
  return handoffLabel(judged.row).promises.flatMap((labelled) => {
    const found = foundIn(judged).find((each) => isSame(each, labelled));
    return found === undefined ? [] : [{ labelled, found }];
  });
}

/** Promises found in the one labelled message of a row of `promises.real`. */
function foundInTarget(judged: Judged): readonly FoundPromise[] {
  const { target } = labelledPromise(judged.row);
  return foundIn(judged).filter(({ message }) => message === target);
}

/** Places of the labelled message that are in `of` and overlap one of `others`. */
function matching(of: readonly Place[], others: readonly Place[]): number {
  return of.filter((place) => others.some((other) => isSame(place, other))).length;
}

function figure(
  name: string,
  bar: { readonly must: number; readonly goal: number },
  of: (judged: readonly Judged[]) => readonly [part: number, whole: number],
): Figure {
  return {
    name,
    ...bar,
    isPrinted: true,
    of: (judged) => {
      const [part, whole] = of(judged);
      return whole === 0 ? null : part / whole;
    },
  };
}

const count = (judged: readonly Judged[], of: (each: Judged) => number): number =>
  judged.reduce((sum, each) => sum + of(each), 0);

export const promisesRecipe = defineRecipe({
  evaluator: "promises",
  about: {
    task: "What agents commit themselves or the company to, by when, and what became of it.",
    data: "STAR, MultiWOZ 2.1, tau-bench and tau2-bench (MIT), split into contacts with hand-written insertions; their real agents' messages labelled by one reader.",
    method:
      "Patterns of commitments, and of what later words and tool calls show; nothing is fitted.",
    weaknesses: "Commitments without a future or a thing; promises that later words only hint at.",
  },
  measures: [
    {
      dataSet: "handoff.spliced",
      label: "promises as they were inserted",
      path: "whole cases",
      isOfVerdicts: true,
      isLabelled: () => true,
      truthOf: null,
      isMeasuredMasked: true,
      groupOf: ({ domain }) => domain,
      figures: [
        figure("precision", { must: 0.6, goal: 0.8 }, (judged) => [
          count(judged, (each) => matchesOf(each).length),
          count(judged, (each) => foundIn(each).length),
        ]),
        figure("recall", { must: 0.55, goal: 0.8 }, (judged) => [
          count(judged, (each) => matchesOf(each).length),
          count(judged, (each) => handoffLabel(each.row).promises.length),
        ]),
        figure("statusRight", { must: 0.6, goal: 0.8 }, (judged) => [
          count(
            judged,
            (each) =>
              matchesOf(each).filter(({ labelled, found }) => labelled.status === found.status)
                .length,
          ),
          count(judged, (each) => matchesOf(each).length),
        ]),
      ],
    },
    {
      dataSet: "promises.real",
      label: "a commitment to be kept after the message, in real agents' words",
      path: "single messages",
      isOfVerdicts: true,
      isLabelled: (row) => !labelledPromise(row).isArguable,
      truthOf: null,
      isMeasuredMasked: false,
      groupOf: ({ source, domain }) => `${source} ${domain}`,
      figures: [
        figure("precision", { must: 0.85, goal: 0.9 }, (judged) => [
          count(judged, (each) =>
            matching(foundInTarget(each), labelledPromise(each.row).promises),
          ),
          count(judged, (each) => foundInTarget(each).length),
        ]),
        figure("recall", { must: 0.75, goal: 0.85 }, (judged) => [
          count(judged, (each) =>
            matching(labelledPromise(each.row).promises, foundInTarget(each)),
          ),
          count(judged, (each) => labelledPromise(each.row).promises.length),
        ]),
      ],
    },
  ],
  weights: null,
  scorer: scorePromises,
});
