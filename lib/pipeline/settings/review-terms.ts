import { ruleSeverities } from "@/lib/disclosures/rules";
import { severities, severityIn } from "@/lib/domain/disclosures/severity";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { addBusinessDays } from "@/lib/stats/time/business-days";
import { readSettings } from "@/lib/store/decisions/decisions";
import { workspacePath } from "../worker/data-folder";
import { withReader } from "../worker/with-reader";

export type ReviewTerms = {
  /**
   * When a finding of a rule is due: so many business days after its contact began as the rule's severity allows; an
   * escalated one is due at once. Microseconds since 1970.
   */
  readonly dueUs: (rule: string, state: string, atUs: number) => number;
  /** Of a rule; higher is worse. */
  readonly severityOf: (rule: string) => number;
};

/** What the order of reviews depends on. A rule that is no longer there counts as one of medium severity. */
export function readReviewTerms(workspace: WorkspaceName): Promise<ReviewTerms> {
  return withReader(workspacePath(workspace), async (db) => {
    const { disclosureRules, reviewDays } = await readSettings(db);
    const known = ruleSeverities(disclosureRules);
    const of = (rule: string) => severityIn(known, rule);
    return {
      dueUs: (rule, state, atUs) =>
        state === "escalated" ? atUs : addBusinessDays(atUs, reviewDays[of(rule)]),
      severityOf: (rule) => severities.length - severities.indexOf(of(rule)),
    };
  });
}
