import type { SignOff } from "@/lib/domain/gate/stored-verdict";
import type {
  GateRule,
  GateRuleState,
  GateVerdict,
  GateVerdictName,
} from "@/lib/domain/gate/verdict";
import type { VerdictBadge } from "./releases-model";

/** What a list says of a verdict. */
export type VerdictSummary = {
  readonly verdict: GateVerdictName;
  readonly decidedBy: GateRule;
  readonly attempt: number;
  /** Whether it waits for a person's sign-off, unless it has one. */
  readonly asksForSignOff: boolean;
  /** What a sign-off of it names. */
  readonly hash: string;
};

/** A verdict's sign-off; null: there is none, or it is of another record. */
export function signOffOf(
  signOff: SignOff | null,
  summary: Pick<VerdictSummary, "hash"> | null,
): SignOff | null {
  return signOff !== null && signOff.hash === summary?.hash ? signOff : null;
}

/** A verdict's badge, signed off or not. */
export function badgeOf(verdict: GateVerdictName, signOff: SignOff | null): VerdictBadge {
  return signOff === null ? verdictBadges[verdict] : { tone: "pass", words: "Passed, signed off" };
}

/** A verdict as it is shown beside a run. */
export const verdictBadges: Readonly<Record<GateVerdictName, VerdictBadge>> = {
  invalid: { tone: "warn", words: "Invalid" },
  block: { tone: "fail", words: "Blocked" },
  pass_not_proven: { tone: "warn", words: "Passed, not proven" },
  pass_proven: { tone: "pass", words: "Passed, proven" },
};

/** A rule's state. */
export const ruleBadges: Readonly<Record<GateRuleState, VerdictBadge>> = {
  invalid: { tone: "warn", words: "Invalid" },
  blocks: { tone: "fail", words: "Blocks" },
  not_proven: { tone: "none", words: "Not proven" },
  not_checked: { tone: "none", words: "Not checked" },
  met: { tone: "pass", words: "Met" },
};

/** Whether the release may ship. */
export function answerWords({ verdict, exitCode }: GateVerdict, signOff: SignOff | null): string {
  if (signOff !== null) return "Yes, signed off without a proof";
  switch (verdict) {
    case "invalid":
      return "No answer, the run is invalid";
    case "block":
      return "No, it is blocked";
    case "pass_not_proven":
      return exitCode === 0 ? "Yes, but it is not proven" : "Not yet, it is not proven";
    case "pass_proven":
      return "Yes, and it is proven";
  }
}
