import type { DisclosureStatus } from "../case/case-disclosure";
import type { Outcome } from "../case/outcome";
import type { Channel } from "../trace/channel";
import type { SettingsProblem } from "./parse-settings";

/** Effect of a change of settings on one case; the first that applies. */
export const caseChanges = ["added", "removed", "outcome", "touchpoints", "other"] as const;
export type CaseChange = (typeof caseChanges)[number];

export type SettingsEffect = {
  readonly spans: {
    /** Spans that get a case. */
    readonly assigned: number;
    readonly moved: number;
    /** Spans that lose their case. */
    readonly unassigned: number;
  };
  /** Cases added, removed or changed in any derived value. */
  readonly touched: number;
  readonly byChange: Readonly<Record<CaseChange, number>>;
  /** Cases that exist before and after with a different outcome, by both; most first. */
  readonly outcomes: readonly {
    readonly from: Outcome;
    readonly to: Outcome;
    readonly cases: number;
  }[];
  readonly examples: readonly { readonly caseId: string; readonly change: CaseChange }[];
  readonly disclosures: DisclosureFlips;
};

/** A verdict of a disclosure rule before and after; `not_required` also where the rule is off. */
type Flip = {
  readonly rule: string;
  readonly channel: Channel;
  readonly from: DisclosureStatus;
  readonly to: DisclosureStatus;
};

/** A contact in which a rule's verdict changes, in a case that exists before and after. */
export type DisclosureFlip = Flip & {
  readonly caseId: string;
  readonly interaction: number;
  /** The contact's start, µs since 1970. */
  readonly atUs: number;
};

/** The verdicts of disclosure rules that change. */
export type DisclosureFlips = {
  readonly total: number;
  /** By rule, channel and change; most first. */
  readonly counts: readonly (Flip & { readonly contacts: number })[];
  /** By case and contact, the first `flipsListed` of them. */
  readonly contacts: readonly DisclosureFlip[];
};

export const flipsListed = 200;

export const noEffect: SettingsEffect = {
  spans: { assigned: 0, moved: 0, unassigned: 0 },
  touched: 0,
  byChange: { added: 0, removed: 0, outcome: 0, touchpoints: 0, other: 0 },
  outcomes: [],
  examples: [],
  disclosures: { total: 0, counts: [], contacts: [] },
};

export type PreviewStart =
  | { readonly isStarted: true; readonly id: string }
  | {
      readonly isStarted: false;
      readonly sentence: string;
      readonly problems: readonly SettingsProblem[];
    };

/** Changed rules are judged on the stored cases, in random order. */
export type JudgeProgress = {
  readonly step: "judge";
  readonly read: number;
  readonly total: number;
  /** Verdicts that change in the cases read. */
  readonly flips: number;
  /** In all cases, with its 95 % interval; null before enough cases were read. */
  readonly expected: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
};

export type PreviewProgress =
  /** From 0 to 1. */
  | { readonly step: "copy"; readonly share: number }
  /** Entries queued before the change are derived first. */
  | { readonly step: "catch-up" | "derive"; readonly left: number }
  | JudgeProgress
  | { readonly step: "compare" };

/** State of a preview, from its start until the saved change is derived. */
export type PreviewState =
  | { readonly status: "running"; readonly progress: PreviewProgress }
  | {
      readonly status: "shown";
      readonly effect: SettingsEffect;
      /** Age of the result in microseconds. */
      readonly ageUs: number;
      /** What has changed since, so that the result is outdated. */
      readonly changed: "nothing" | "data" | "settings";
    }
  | { readonly status: "deriving"; readonly left: number }
  /** `effect` as it turned out; null if unknown. */
  | { readonly status: "done"; readonly effect: SettingsEffect | null }
  | { readonly status: "failed"; readonly sentence: string };
