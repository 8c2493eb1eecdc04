import type { Outcome } from "../case/outcome";
import type { SettingsProblem } from "./parse-settings";

/** What a change of settings does to one case, the first that applies. */
export const caseChanges = ["added", "removed", "outcome", "touchpoints", "other"] as const;
export type CaseChange = (typeof caseChanges)[number];

/** What a change of settings does to a workspace. */
export type SettingsEffect = {
  readonly spans: {
    /** Had no case and have one. */
    readonly assigned: number;
    readonly moved: number;
    /** Had a case and have none. */
    readonly unassigned: number;
  };
  /** Cases added, removed or changed in anything that is derived. */
  readonly touched: number;
  readonly byChange: Readonly<Record<CaseChange, number>>;
  /** Cases there before and after, by outcome before and after, where those differ; most first. */
  readonly outcomes: readonly {
    readonly from: Outcome;
    readonly to: Outcome;
    readonly cases: number;
  }[];
  /** A few of the cases touched. */
  readonly examples: readonly { readonly caseId: string; readonly change: CaseChange }[];
};

export const noEffect: SettingsEffect = {
  spans: { assigned: 0, moved: 0, unassigned: 0 },
  touched: 0,
  byChange: { added: 0, removed: 0, outcome: 0, touchpoints: 0, other: 0 },
  outcomes: [],
  examples: [],
};

/** What a page is told when it asks for an effect. */
export type PreviewStart =
  | { readonly isStarted: true; readonly id: string }
  | {
      readonly isStarted: false;
      readonly sentence: string;
      readonly problems: readonly SettingsProblem[];
    };

/** How far the working out of an effect is. */
export type PreviewProgress =
  /** From 0 to 1. */
  | { readonly step: "copy"; readonly share: number }
  /** What waited before the change is worked off first. */
  | { readonly step: "catch-up" | "derive"; readonly left: number }
  | { readonly step: "compare" };

/** What a page knows of a change of settings between pressing and being derived. */
export type PreviewState =
  | { readonly status: "running"; readonly progress: PreviewProgress }
  | {
      readonly status: "shown";
      readonly effect: SettingsEffect;
      /** How long ago it was worked out, in microseconds. */
      readonly ageUs: number;
      /** What has changed since: then it is the effect of then. */
      readonly changed: "nothing" | "data" | "settings";
    }
  | { readonly status: "deriving"; readonly left: number }
  /** `effect` as it became; null where nobody knows any more. */
  | { readonly status: "done"; readonly effect: SettingsEffect | null }
  | { readonly status: "failed"; readonly sentence: string };
