import type { AuditRow } from "@/lib/domain/people/audit";

const samplePage = /^\/disclosures\/samples\/([1-9]\d*)$/u;
const key = /^([1-9]\d*)$/u;

/** A row's target in words, where it is a sample: its number or its page stand in the row; null: it is as it stands. */
export function targetWords({
  action,
  target,
}: Pick<AuditRow, "action" | "target">): string | null {
  const place = { "pack-made": samplePage, "sample-signed-off": key }[action];
  const id = place?.exec(target ?? "")?.[1];
  return id === undefined ? null : `sample ${id}`;
}
