import { describeVerdict, type ExpectedOutcomes } from "@/lib/format/gate/describe-verdict";
import type { GateRecord } from "../record";

/** A verdict as JSON: its figures and lists, its words, and the hashes of what it rests on. */
export function jsonReport(
  { gateVersion, hashes, verdict, input }: GateRecord,
  expected: ExpectedOutcomes,
): string {
  const { title, share, decided, rules, remarks } = describeVerdict(verdict, input, expected);
  const report = {
    ...{ verdict: verdict.verdict, exitCode: verdict.exitCode, decidedBy: verdict.decidedBy },
    ...{ title, share, decided, rules, remarks },
    ...{ figures: verdict.figures, policy: input.policy, gateVersion, hashes },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
