/** A CRM's row about a case. It joins the spans by `caseId`; what the CRM did not say is null. */
export type CaseRecord = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  readonly openedUs: number | null;
  readonly closedUs: number | null;
  readonly closureCode: string | null;
  /** 1 to 5. */
  readonly csat: number | null;
  readonly risk: "low" | "medium" | "high" | null;
  readonly region: string | null;
  readonly mergedInto: string | null;
};
