import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { TextMasker } from "./text-masker";

/** Masks a CRM record: a personal case id gets the same pseudonym as on the spans it joins. */
export function maskCaseRecord(record: CaseRecord, masker: TextMasker): CaseRecord {
  const mask = (text: string): string => masker.mask(text).text;
  const maskCustomer = (text: string | null): string | null =>
    text === null ? null : masker.mask(text, { keyHint: "customer_id" }).text;
  const maskOr = (text: string | null): string | null => (text === null ? null : mask(text));
  return {
    ...record,
    caseId: mask(record.caseId),
    customerId: maskCustomer(record.customerId),
    caseType: maskOr(record.caseType),
    closureCode: maskOr(record.closureCode),
    region: maskOr(record.region),
    mergedInto: maskOr(record.mergedInto),
  };
}
