import { z } from "zod";
import { requiredStatuses, type RequiredStatus } from "../case/case-disclosure";
import { channels } from "../trace/channel";
import { isPending, type DisclosureReview, type ReviewDecision } from "./disclosure-review";

/** How a finding came into a sample; only the random part tells of those that were not drawn. */
export const sampleParts = ["random", "risk"] as const;
export type SamplePart = (typeof sampleParts)[number];

/** The most findings of each part. */
export const sampleMax: Readonly<Record<SamplePart, number>> = { random: 400, risk: 100 };

/** A finding as it was when it was drawn. */
export const sampleItemSchema = z.object({
  part: z.enum(sampleParts),
  caseId: z.string(),
  /** See `DisclosureRow`. */
  anchor: z.string(),
  rule: z.string(),
  version: z.int(),
  status: z.enum(requiredStatuses),
  channel: z.enum(channels),
  /** The contact's start. */
  atUs: z.int(),
  /** A second reviewer decides on it, too, without seeing the first decision. */
  isSecond: z.boolean(),
});
export type SampleItem = Readonly<z.infer<typeof sampleItemSchema>>;

/** What is drawn; never changed afterwards. */
export type NewSample = {
  /** From which the random part follows. */
  readonly seed: number;
  /** The query of the page it was drawn from, its period in days. */
  readonly filter: string;
  /** Findings that the filter left. */
  readonly population: number;
  /** In the order in which they were drawn. */
  readonly items: readonly SampleItem[];
};

/** A drawn sample without its findings. */
export type ReviewSample = Omit<NewSample, "items"> & {
  readonly id: number;
  readonly drawnUs: number;
  /** Public id. */
  readonly drawnBy: string;
};

/** A finding of a sample with the latest decision on it. */
export type SampledFinding = SampleItem & {
  /** From 0. */
  readonly position: number;
  /** Null: nobody decided, or it is withheld. */
  readonly review: Pick<
    DisclosureReview,
    "id" | "decision" | "status" | "version" | "actor"
  > | null;
  /** Somebody else decided, which the viewer sees once a second reviewer has judged the finding as well. */
  readonly isWithheld: boolean;
  /** What a second reviewer decided; null: nobody did yet. */
  readonly second: SecondReview | null;
  /** No rule finds it any more; what was decided before stays. */
  readonly isGone: boolean;
};

/** What a second reviewer can say: they judge, and ask nobody else. */
export const secondDecisions = [
  ...(["confirmed", "overturned", "waived"] as const),
] satisfies readonly ReviewDecision[];

export type SecondReview = {
  readonly decision: (typeof secondDecisions)[number];
  readonly status: RequiredStatus;
  readonly version: number;
  /** Masked; "" if none. */
  readonly reason: string;
  /** Public id. */
  readonly actor: string;
  readonly atUs: number;
};

/** A second review that is to be stored. */
export type NewSecondReview = SecondReview & { readonly sample: number; readonly position: number };

/**
 * What the review of a finding says: `fine`: given as required; `waived`: not, on a stated basis; `unclear`: it cannot
 * be judged; `changed`: judged by another version of its rule, which finds something else than was drawn; `withheld`:
 * see `SampledFinding`; `gone`: it no longer exists and was not fully reviewed before, so nobody can; `undecided`: no
 * decision, or somebody else was asked.
 */
export const sampleOutcomes = [
  ...(["violation", "fine", "waived", "unclear", "changed", "withheld"] as const),
  ...(["gone", "undecided"] as const),
] as const;
export type SampleOutcome = (typeof sampleOutcomes)[number];

type Judgement = Pick<DisclosureReview, "decision" | "status" | "version">;
/** A finding as it was drawn, with a decision on it. */
type Decided = Pick<SampledFinding, "status" | "version"> & {
  readonly review: Judgement | null;
} & Partial<Pick<SampledFinding, "isWithheld" | "isGone">>;
/** Whether a second review is asked of it, and who made both. */
type TwiceReviewed = Pick<SampledFinding, "isSecond"> & {
  readonly review: Pick<DisclosureReview, "actor"> | null;
  readonly second: Pick<SecondReview, "actor"> | null;
};

/** Reads a decision as what the contact did. */
export function outcomeOf(finding: Decided | SampledFinding): SampleOutcome {
  const { status, version, review, isWithheld = false, isGone = false } = finding;
  if (isGone && (review === null || isPending[review.decision])) return "gone";
  if (isGone && "isSecond" in finding && lacksSecond(finding)) return "gone";
  if (review === null) return isWithheld ? "withheld" : "undecided";
  const isChanged = review.version !== version && review.status !== status;
  switch (review.decision) {
    case "second_opinion":
    case "escalated":
      return "undecided";
    case "waived":
      return isChanged ? "changed" : "waived";
    case "confirmed":
    case "overturned":
      return isChanged ? "changed" : judged(review.status, review.decision === "confirmed");
  }
}

function judged(status: RequiredStatus, isRight: boolean): SampleOutcome {
  if (status === "not_evaluable") return "unclear";
  return (status === "given") === isRight ? "fine" : "violation";
}

/** What the first and the second reviewer say of each finding that two people have judged. */
export function secondPairs(
  items: readonly SampledFinding[],
): readonly (readonly [SampleOutcome, SampleOutcome])[] {
  return items.flatMap((item) => {
    const { status, version, second } = item;
    const first = outcomeOf(item);
    if (second === null || lacksSecond(item) || isOpen(first)) return [];
    const other = outcomeOf({ status, version, review: second });
    return first === "changed" || other === "changed" ? [] : [[first, other] as const];
  });
}

function isOpen(outcome: SampleOutcome): boolean {
  return outcome === "undecided" || outcome === "gone";
}

/** Whether a second review is asked for and not made, by somebody else than who took the first decision. */
export function lacksSecond({ isSecond, review, second }: TwiceReviewed): boolean {
  return isSecond && (second === null || second.actor === review?.actor);
}

/** Whether a finding still needs a second review, which nobody can make of one that no longer exists. */
export function isWaitingSecond(
  item: Pick<SampledFinding, "isSecond" | "review" | "second" | "isGone">,
): boolean {
  return !item.isGone && lacksSecond(item);
}

/** Whether somebody can review a finding the second time. @param viewer public id */
export function isForSecond(
  item: Pick<SampledFinding, "isSecond" | "review" | "second" | "isGone">,
  viewer: string,
): boolean {
  return isWaitingSecond(item) && item.second === null && item.review?.actor !== viewer;
}

/** Findings by outcome, of each part. */
export type SampleTally = Readonly<Record<SamplePart, Readonly<Record<SampleOutcome, number>>>>;

/** A finding as far as tallies need it, or `count` of them that are alike. */
export type TalliedFinding = Pick<SampledFinding, "part"> & Decided & { readonly count?: number };

/** Counts the findings of a sample. */
export function tallySample(items: readonly TalliedFinding[]): SampleTally {
  const tally = { random: { ...none }, risk: { ...none } };
  for (const item of items) tally[item.part][outcomeOf(item)] += item.count ?? 1;
  return tally;
}

const none: Record<SampleOutcome, number> = {
  ...{ violation: 0, fine: 0, waived: 0, unclear: 0, changed: 0, withheld: 0, gone: 0 },
  undecided: 0,
};

/** A tally that was stored before every outcome of today was counted. */
export function completeTally({ random, risk }: SampleTally): SampleTally {
  return { random: { ...none, ...random }, risk: { ...none, ...risk } };
}

/** How many findings of a sample no longer exist and were not fully reviewed before. */
export function goneIn({ random, risk }: SampleTally): number {
  return random.gone + risk.gone;
}

/** How many findings of a sample have no decision yet. */
export function undecidedIn({ random, risk }: SampleTally): number {
  return random.undecided + risk.undecided;
}

/** Violations among the decided ones of the random part, by which those that were not drawn are estimated. */
export function violationsIn({ random }: SampleTally): {
  readonly hits: number;
  readonly of: number;
} {
  const { violation, fine, waived } = random;
  return { hits: violation, of: violation + fine + waived };
}

/** A version of a rule, and how many findings of a sample are of it. */
export type SignedVersion = {
  readonly rule: string;
  readonly version: number;
  readonly findings: number;
};

/** The findings that a sample stands for, those of its filter in its period, as they were at one moment. */
export type PeriodCounts = {
  /** Ids of the rules that have findings there. */
  readonly rules: readonly string[];
  readonly given: number;
  readonly notGiven: number;
  readonly notEvaluable: number;
  /** Of all these, those that somebody judged: opening one is no review. */
  readonly judged: number;
};

/** What was signed off, as it was at that moment; a later one of the sample stands in its place, none is changed. */
export type SignOff = {
  readonly id: number;
  readonly sample: number;
  readonly tally: SampleTally;
  readonly versions: readonly SignedVersion[];
  /** Null: signed off before it was counted. */
  readonly period: PeriodCounts | null;
  /** What was done about it, masked; "" if nothing was written. */
  readonly note: string;
  /** Public id. */
  readonly actor: string;
  readonly atUs: number;
};

export const signOffNoteMax = 1000;

/** A user's draw or sign-off. `actor` is the signed-in user, set by the server. */
export type SampleChange =
  | { readonly kind: "sample-drawn"; readonly sample: NewSample; readonly actor: string }
  | {
      readonly kind: "finding-second-reviewed";
      readonly id: number;
      /** From 0. */
      readonly position: number;
      readonly caseId: string;
      readonly rule: string;
      /** The finding as its page showed it. */
      readonly status: RequiredStatus;
      readonly version: number;
      readonly decision: SecondReview["decision"];
      readonly reason: string;
      readonly actor: string;
    }
  | {
      readonly kind: "sample-signed-off";
      readonly id: number;
      readonly period: PeriodCounts;
      readonly note: string;
      /** Key of the latest sign-off that the page showed; null: none. */
      readonly after: number | null;
      readonly actor: string;
    };
