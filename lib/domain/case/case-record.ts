import type { Risk } from "../trace/identity";

/** A CRM row of a case, joined to spans by `caseId`; missing values are null. */
export type CaseRecord = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  readonly openedUs: number | null;
  readonly closedUs: number | null;
  readonly closureCode: string | null;
  /** 1 to 5. */
  readonly csat: number | null;
  readonly risk: Risk | null;
  readonly region: string | null;
  readonly mergedInto: string | null;
};
