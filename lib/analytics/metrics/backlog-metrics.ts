import type { ClockValues } from "../facets/case-dimensions";
import { usual, type MetricOf } from "./metric";

const isCounted = ({ outcome }: ClockValues) => outcome !== "duplicate";
const isOpen = ({ outcome, openAge }: ClockValues) =>
  outcome !== "unknown" && openAge !== "closed" && openAge !== "unknown";

const ofOpen = {
  ...usual,
  counts: "clocks",
  unit: "share",
  group: "time",
  direction: "lower-is-better",
  denominator: {
    words: "cases nobody has closed",
    is: (values: ClockValues) => isCounted(values) && isOpen(values),
  },
  unknown: {
    words: "cases of which we don’t know whether or since when they are open",
    is: (values: ClockValues) =>
      isCounted(values) &&
      values.openAge !== "closed" &&
      (values.openAge === "unknown" || values.outcome === "unknown"),
  },
  exclusions: "Cases that somebody closed.",
  caution:
    "A case that has gone quiet is counted until somebody closes it. One that was opened again counts as unknown: whether it was closed once more is not kept.",
} as const;

/** Cases opened so many days ago, and not closed since. */
function olderThan(
  days: number,
  inWords: string,
  ...ages: readonly ClockValues["openAge"][]
): MetricOf<"clocks"> {
  return {
    ...ofOpen,
    id: `backlog_older_than_${String(days)}d`,
    name: `Not closed for ${inWords} or more`,
    question: `How many of the cases nobody has closed were opened ${inWords} ago or earlier?`,
    numerator: {
      words: `cases not closed for ${inWords} or more`,
      is: ({ openAge }) => ages.includes(openAge),
    },
  };
}

/** How old the cases are that nobody has closed. */
export const backlogMetrics: readonly MetricOf<"clocks">[] = [
  olderThan(1, "a day", "3d", "7d", "14d", "30d", "older"),
  olderThan(3, "three days", "7d", "14d", "30d", "older"),
  olderThan(7, "seven days", "14d", "30d", "older"),
  olderThan(14, "fourteen days", "30d", "older"),
  olderThan(30, "thirty days", "older"),
];
