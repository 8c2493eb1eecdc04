import type { DataFinding, DataFindingCode } from "@/lib/domain/trace/finding";
import { identityFields, type Declaration } from "@/lib/domain/trace/identity";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { Attributes } from "@/lib/domain/trace/span";
import { declare } from "./conventions/declare";
import { scanAttributes } from "./conventions/scan";

/** What of a stored span says whom it belongs to. */
export type StoredSayings = {
  /** Masked, without those whose words stand elsewhere. */
  readonly attributes: Attributes;
  /** Shared by reference between the spans of one resource. */
  readonly resource: Attributes;
  readonly scope: string;
  readonly declared: Declaration;
};

/** The findings that reading a declaration may give. */
export const declarationFindingCodes: readonly DataFindingCode[] = [
  "unknown-channel",
  "unreadable-metadata",
];

/**
 * Reads anew, under other settings, what a stored span says of whom it belongs to. What its
 * instrumentation implies stays: settings do not touch it, and the attributes that showed it may be gone.
 * @returns null where it says the same as before
 */
export function redeclareSpan(
  { attributes, resource, scope, declared }: StoredSayings,
  settings: ReadingSettings,
): { readonly declared: Declaration; readonly findings: readonly DataFinding[] } | null {
  const read = declare({ attributes, resource }, scanAttributes(attributes, scope), settings);
  const merged: Declaration = {};
  let isSame = true;
  for (const field of identityFields) {
    const said = (read.declared[field] ?? []).filter(({ from }) => from !== "instrumentation");
    const implied = (declared[field] ?? []).filter(({ from }) => from === "instrumentation");
    const all = [...said, ...implied];
    if (all.length > 0) merged[field] = all;
    isSame &&= JSON.stringify(all) === JSON.stringify(declared[field] ?? []);
  }
  return isSame ? null : { declared: merged, findings: read.findings };
}
