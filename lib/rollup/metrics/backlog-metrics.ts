import type { CaseStanding } from "../case-table/standings";
import type { MetricOf } from "./metric";

const isCounted = ({ outcome }: CaseStanding) => outcome !== "duplicate";
const isOpen = ({ outcome, openAge }: CaseStanding) =>
  outcome !== "unknown" && (openAge === "week" || openAge === "month" || openAge === "older");

const ofOpen = {
  counts: "cases",
  restsOn: null,
  unit: "share",
  group: "time",
  direction: "lower-is-better",
  denominator: {
    words: "cases nobody has closed",
    is: (standing: CaseStanding) => isCounted(standing) && isOpen(standing),
  },
  waiting: null,
  unknown: {
    words: "cases of which one cannot tell whether or how long nobody has closed them",
    is: (standing: CaseStanding) =>
      isCounted(standing) &&
      standing.openAge !== "closed" &&
      (standing.openAge === "unknown" || standing.outcome === "unknown"),
  },
  exclusions: "Cases that somebody closed.",
  caution:
    "A case that has gone quiet is counted until somebody closes it. One that was opened again counts as unknown: whether it was closed once more is not kept.",
  version: 1,
} as const;

/** How old the cases are that nobody has closed. */
export const backlogMetrics: readonly MetricOf<"cases">[] = [
  {
    ...ofOpen,
    id: "backlog_older_than_7d",
    name: "Not closed for a week or more",
    question: "How many of the cases nobody has closed were opened seven days ago or earlier?",
    numerator: {
      words: "cases not closed for seven days or more",
      is: ({ openAge }) => openAge === "month" || openAge === "older",
    },
  },
  {
    ...ofOpen,
    id: "backlog_older_than_30d",
    name: "Not closed for thirty days or more",
    question: "How many of the cases nobody has closed were opened thirty days ago or earlier?",
    numerator: {
      words: "cases not closed for thirty days or more",
      is: ({ openAge }) => openAge === "older",
    },
  },
];
