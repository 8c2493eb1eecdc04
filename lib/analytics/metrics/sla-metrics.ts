import type { SlaState } from "@/lib/domain/case/sla-state";
import type { ClockValues } from "../facets/case-dimensions";
import { usual, type MetricOf, type Predicate } from "./metric";

const common = {
  ...usual,
  counts: "clocks",
  group: "time",
  unit: "share",
  exclusions: "Cases without a target.",
} as const;

/** Cases in these states of their clock, without duplicates. */
function inState(words: string, ...states: readonly SlaState[]): Predicate<ClockValues> {
  return {
    words,
    is: ({ outcome, sla }) => outcome !== "duplicate" && states.includes(sla),
  };
}

const open = inState("cases with a target, not closed", "open", "risk", "overdue", "paused");

/** Whether cases end in time, and the state of the open ones: one clock per case, over all its channels. */
export const slaMetrics: readonly MetricOf<"clocks">[] = [
  {
    ...common,
    id: "sla_attainment",
    name: "Ended on time",
    question: "Of the cases whose target came due, how many ended on time?",
    direction: "higher-is-better",
    numerator: inState("cases that ended within their target", "met"),
    denominator: inState(
      "cases that ended, or are overdue, with a target",
      ...(["met", "breached", "overdue"] as const),
    ),
    waiting: inState("cases not due yet", "open", "risk", "paused"),
    caution:
      "An open case that is overdue counts as late today; leaving it out until it ends would flatter.",
  },
  {
    ...common,
    id: "sla_closed_late",
    name: "Ended late",
    question: "How many of the cases that ended did so after their target?",
    direction: "lower-is-better",
    numerator: inState("cases that ended after their target", "breached"),
    denominator: inState("cases that ended, with a target", "met", "breached"),
    waiting: open,
  },
  {
    ...common,
    id: "sla_overdue",
    name: "Overdue, not closed",
    question: "How many of the open cases are past their target now?",
    direction: "lower-is-better",
    numerator: inState("cases past their target, not closed", "overdue"),
    denominator: open,
  },
  {
    ...common,
    id: "sla_at_risk",
    name: "At risk",
    question: "How many of the open cases have a fifth of their target left, or less?",
    direction: "lower-is-better",
    numerator: inState("open cases with a fifth of their target left, or less", "risk"),
    denominator: open,
  },
  {
    ...common,
    id: "sla_paused",
    name: "Clock paused",
    question: "For how many of the open cases is the clock paused?",
    direction: "neither",
    numerator: inState("open cases whose clock is paused", "paused"),
    denominator: open,
  },
  {
    ...common,
    id: "sla_in_time",
    name: "Open, on track",
    question: "How many of the open cases have more than a fifth of their target left?",
    direction: "neither",
    numerator: inState("open cases with more than a fifth of their target left", "open"),
    denominator: open,
  },
  {
    ...common,
    id: "sla_no_target",
    name: "Without a target",
    question: "How many cases have no target?",
    direction: "lower-is-better",
    numerator: inState("cases without a target", "none"),
    denominator: {
      words: "cases that were not merged into others",
      is: ({ outcome }) => outcome !== "duplicate",
    },
    exclusions: null,
  },
];
