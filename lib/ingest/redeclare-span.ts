import type { DataFinding, DataFindingCode } from "@/lib/domain/trace/finding";
import { identityFields, type Declaration } from "@/lib/domain/trace/identity";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { Attributes } from "@/lib/domain/trace/span";
import { declare } from "./conventions/declare";
import { scanAttributes } from "./conventions/scan";

/** The members of a stored span that declare its identity. */
export type StoredDeclarations = {
  /** Masked, without attributes whose text is stored elsewhere. */
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
 * Re-reads a stored span's declarations under other settings. What its instrumentation implies is
 * kept: it does not depend on settings, and its attributes may be gone.
 * @returns null if nothing changed
 */
export function redeclareSpan(
  { attributes, resource, scope, declared }: StoredDeclarations,
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
