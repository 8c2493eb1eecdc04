import type { GateRuleState } from "@/lib/domain/gate/verdict";

export const stateWords: Readonly<Record<GateRuleState, string>> = {
  invalid: "invalid",
  blocks: "blocks",
  not_proven: "not proven",
  not_checked: "not checked",
  met: "met",
};
