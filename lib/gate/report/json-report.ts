import type { SignOff } from "@/lib/domain/gate/stored-verdict";
import { describeVerdict, type ExpectedOutcomes } from "@/lib/format/gate/describe-verdict";
import type { GateRecord } from "../record";

/** A verdict as JSON: its figures and lists, its words, and the hashes of what it rests on. */
export function jsonReport(
  { gateVersion, hashes, verdict, input }: GateRecord,
  expected: ExpectedOutcomes,
  signed: SignOff | null,
): string {
  const described = describeVerdict(verdict, input, expected, signed);
  const { title, share, decided, rules, remarks } = described;
  const exitCode = signed === null ? verdict.exitCode : 0;
  const signOff =
    signed === null ? null : { name: signed.name, atUs: signed.atUs, reason: signed.reason };
  const report = {
    ...{ verdict: verdict.verdict, exitCode, signOff, decidedBy: verdict.decidedBy },
    ...{ title, share, decided, rules, remarks },
    ...{ figures: verdict.figures, policy: input.policy, gateVersion, hashes },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
