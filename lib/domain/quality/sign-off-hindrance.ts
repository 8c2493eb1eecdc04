import type { DomainErrorCode } from "../domain-error";
import {
  goneIn,
  isWaitingSecond,
  tallySample,
  undecidedIn,
  type PeriodCounts,
  type SampledFinding,
  type SignedVersion,
} from "./review-sample";

/** A version of a rule that somebody published. */
export type OwnVersion = Pick<SignedVersion, "rule" | "version">;

/** Why somebody cannot sign a sample off. */
export type SignOffHindrance = {
  readonly code: Extract<DomainErrorCode, "invalid-input" | "not-allowed">;
  readonly sentence: string;
};

/**
 * Says why somebody cannot sign a sample off now: the page before the click, and the server again after it.
 * @param own versions that they published
 * @param period what the sample was drawn from
 * @returns null: they can
 */
export function signOffHindrance(
  items: readonly SampledFinding[],
  own: readonly OwnVersion[],
  period: Pick<PeriodCounts, "rules">,
): SignOffHindrance | null {
  const [written] = signedOf(own, items, period);
  if (written !== undefined) {
    const sentence = `You published version ${String(written.version)} of ${written.rule}, so somebody else has to sign off its findings.`;
    return { code: "not-allowed", sentence };
  }
  const sentence = unfinishedWords(items);
  return sentence === "" ? null : { code: "invalid-input", sentence };
}

/**
 * Says which versions were published from the command line, where no account says by whom: what a sign-off by the same
 * person would be worth, they know themselves.
 * @param unnamed versions that were published there
 * @returns "" where there is none
 */
export function signOffCaution(
  items: readonly SampledFinding[],
  unnamed: readonly OwnVersion[],
  period: Pick<PeriodCounts, "rules">,
): string {
  return signedOf(unnamed, items, period)
    .map(({ rule, version }) => {
      const published = `Version ${String(version)} of ${rule} was published from the command line`;
      return `${published}; whoever did that should not sign off its findings.`;
    })
    .join(" ");
}

/** The versions whose findings a sign-off is about. */
function signedOf(
  versions: readonly OwnVersion[],
  items: readonly SampledFinding[],
  period: Pick<PeriodCounts, "rules">,
): readonly OwnVersion[] {
  return versions.filter(({ rule, version }) => {
    const drawn = items.filter((of) => of.rule === rule);
    return drawn.length === 0
      ? period.rules.includes(rule)
      : drawn.some((of) => [of.version, of.review?.version].includes(version));
  });
}

function unfinishedWords(items: readonly SampledFinding[]): string {
  const tally = tallySample(items);
  const of = `of ${String(items.length)} finding${items.length === 1 ? "" : "s"}`;
  const undecided = undecidedIn(tally);
  if (undecided > 0) {
    return `${String(undecided)} ${of} ${undecided === 1 ? "has" : "have"} no decision yet; opening one is no review.`;
  }
  const waiting = items.filter(isWaitingSecond).length;
  if (waiting > 0) {
    return `${String(waiting)} ${of} ${waiting === 1 ? "waits" : "wait"} for a second review.`;
  }
  return goneIn(tally) === items.length
    ? "None of its findings exists any more; draw another sample."
    : "";
}
