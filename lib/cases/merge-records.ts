import type { CaseRecord } from "@/lib/domain/case/case-record";

export type MergedRecord = Omit<CaseRecord, "caseId">;

const silent: MergedRecord = {
  customerId: null,
  caseType: null,
  openedUs: null,
  closedUs: null,
  closureCode: null,
  csat: null,
  risk: null,
  region: null,
  mergedInto: null,
};

/**
 * Merges several CRM rows of a case: per column the value of the row that closed last, then opened
 * last, then is greatest as text, so that the order of arrival does not matter.
 */
export function mergeRecords(records: readonly CaseRecord[]): MergedRecord {
  return records
    .toSorted(compareRecords)
    .reduce<MergedRecord>((merged, record) => overlay(record, merged), silent);
}

/** Earlier first: later rows override. */
function compareRecords(a: CaseRecord, b: CaseRecord): number {
  return (
    compareInstants(a.closedUs, b.closedUs) ||
    compareInstants(a.openedUs, b.openedUs) ||
    compareText(textOf(a), textOf(b))
  );
}

function compareInstants(a: number | null, b: number | null): number {
  return a === b ? 0 : (a ?? -Infinity) - (b ?? -Infinity);
}

function textOf(record: CaseRecord): string {
  return JSON.stringify(Object.entries(record).toSorted(([a], [b]) => compareText(a, b)));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function overlay(record: CaseRecord, below: MergedRecord): MergedRecord {
  return {
    customerId: record.customerId ?? below.customerId,
    caseType: record.caseType ?? below.caseType,
    openedUs: record.openedUs ?? below.openedUs,
    closedUs: record.closedUs ?? below.closedUs,
    closureCode: record.closureCode ?? below.closureCode,
    csat: record.csat ?? below.csat,
    risk: record.risk ?? below.risk,
    region: record.region ?? below.region,
    mergedInto: record.mergedInto ?? below.mergedInto,
  };
}
