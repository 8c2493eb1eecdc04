import { idSegment } from "@/lib/format/id-segment";

/** The address of the list of disclosure rules. */
export const rulesHref = "/disclosures/rules";

/** The address of a disclosure rule's page. */
export function ruleHref(rule: string): string {
  return `${rulesHref}/${idSegment(rule)}`;
}

/** The address of the page that counts what could be evaluated. */
export const coverageHrefBase = "/disclosures/coverage";
