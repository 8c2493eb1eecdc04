import { rfc3339 } from "../calendar";
import type { DemoCase } from "../model";

const header =
  "Case Number,Customer ID,Case Reason,Date/Time Opened,Date/Time Closed,Close Code,CSAT,Risk Level,Region,Merged Into";

/** The CRM export: a CSV with a header and a row per case with a record. */
export function crmCsv(cases: readonly DemoCase[]): string {
  const rows = cases.flatMap(({ caseId, customer, caseType, risk, record }) => {
    if (record === null) return [];
    const { openedUs, closedUs, code, csat, mergedInto } = record;
    const cells = [
      caseId,
      customer.id,
      caseType,
      rfc3339(openedUs),
      closedUs === null ? "" : rfc3339(closedUs),
      code ?? "",
      csat === null ? "" : String(csat),
      risk,
      customer.region,
      mergedInto ?? "",
    ];
    return [cells.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(",")];
  });
  return [header, ...rows, ""].join("\r\n");
}
