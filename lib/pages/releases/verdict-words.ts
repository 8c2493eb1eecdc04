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
};

/** A verdict as it is shown beside a run. */
export const verdictBadges: Readonly<Record<GateVerdictName, VerdictBadge>> = {
  invalid: { tone: "warn", words: "Invalid" },
  block: { tone: "fail", words: "Blocked" },
  pass_not_proven: { tone: "pass", words: "Passed, not proven" },
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
export function answerWords({ verdict, exitCode }: GateVerdict): string {
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
