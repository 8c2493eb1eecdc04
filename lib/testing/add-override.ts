import type { Override } from "@/lib/domain/case/override";
import { addDecision } from "@/lib/store/decisions/case-decisions";
import type { Database } from "@/lib/store/port";

/** Records one override as a separate decision. */
export function addOverride(db: Database, override: Override, nowUs: number): Promise<number> {
  if (override.kind === "replays-joined") throw new Error("A command records this, and no person.");
  const { toCaseId } = override;
  const said =
    override.kind === "merge"
      ? ({ kind: "merge", subject: { kind: "case" }, fromCaseId: override.fromCaseId } as const)
      : ({
          kind: "reassign",
          subject: { kind: "trace", traceId: override.traceId },
          fromCaseId: null,
        } as const);
  return addDecision(db, { ...said, toCaseId, overrides: [override] }, nowUs);
}
