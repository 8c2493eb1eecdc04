import type { GateRuleState, GateVerdictName } from "@/lib/domain/gate/verdict";
import type { VerdictBadge } from "./releases-model";

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
