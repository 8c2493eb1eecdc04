import type { RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type {
  PeriodCounts,
  SampleOutcome,
  SamplePart,
  SampleTally,
  SignedVersion,
} from "@/lib/domain/quality/review-sample";
import type { Channel } from "@/lib/domain/trace/channel";
import type {
  packFormat,
  PackAudit,
  PackDecision,
  PackFinding,
  PackMaking,
  PackPerson,
  PackRule,
} from "./pack-model";

/** How a sample was drawn. */
export type PackSample = {
  readonly id: number;
  /** In words, and as the query of the page it was drawn from. */
  readonly drawnFrom: string;
  readonly query: string;
  /** Findings that the filter left. */
  readonly population: number;
  /** From which the random part follows. */
  readonly seed: number;
  readonly drawnAt: string;
  readonly drawnBy: PackPerson;
};

/** Violations among the decided findings of the random part, with Wilson's 95 % interval; null: none is decided. */
export type PackRate = {
  readonly violations: number;
  readonly decided: number;
  readonly low: number;
  readonly high: number;
} | null;

/** A finding of a sample. */
export type PackSampled = {
  /** From 1, in the order in which they were drawn. */
  readonly number: number;
  readonly part: SamplePart;
  readonly case: string;
  /** As it was drawn. */
  readonly rule: string;
  readonly version: number;
  readonly status: RequiredStatus;
  readonly channel: Channel;
  /** When its contact began. */
  readonly contactAt: string;
  /** What the latest decision says the contact did. */
  readonly outcome: SampleOutcome;
  /** As the rule finds it now, with its quotes; null: it is gone. */
  readonly now: PackFinding | null;
  /** The latest first. */
  readonly decisions: readonly PackDecision[];
  /** Whether a second review was asked for, and what it said. */
  readonly isSecond: boolean;
  readonly second: PackDecision | null;
};

export type PackSignOff = {
  readonly at: string;
  readonly by: PackPerson;
  /** "40 findings: 4 violation, 36 as required". */
  readonly counts: string;
  readonly tally: SampleTally;
  /** What the sample stands for, as it was then; null: not counted then. */
  readonly period: PeriodCounts | null;
  readonly versions: readonly SignedVersion[];
  /** Masked; "" if nothing was written. */
  readonly note: string;
};

/** Everything that the evidence pack of a sample says. */
export type SamplePackFacts = PackMaking & {
  readonly format: typeof packFormat;
  readonly kind: "sample";
  readonly sample: PackSample;
  readonly tally: SampleTally;
  readonly rate: PackRate;
  readonly findings: readonly PackSampled[];
  readonly rules: readonly PackRule[];
  /** The latest first. */
  readonly signOffs: readonly PackSignOff[];
  /** How far two reviewers agree; "" where no second review was asked for. */
  readonly agreement: string;
  /** Whether decisions or findings changed since the latest sign-off. */
  readonly isChangedSince: boolean;
  readonly audit: PackAudit;
};
