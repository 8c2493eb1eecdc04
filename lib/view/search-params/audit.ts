import { z } from "zod";
import { auditActions, type AuditAction } from "@/lib/domain/audit";
import { defaultAuditQuery, type AuditQuery } from "../audit-query";
import { createFieldReader, type DroppedParam, type RawSearchParams } from "./field-reader";

const known = Object.keys(auditActions) as AuditAction[];
const count = z.tuple([z.coerce.number().int().min(1).max(1_000_000_000)]);
const action = z.tuple([z.enum([...known, ""])]);
const words = z.tuple([z.string().trim().max(200)]);

/**
 * Reads the Audit page's query string.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseAuditParams(raw: RawSearchParams): {
  readonly query: AuditQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, ["page", "action", "actor", "target"]);
  const query = {
    page: read("page", count)?.[0] ?? defaultAuditQuery.page,
    action: given(read("action", action)?.[0]),
    actor: given(read("actor", words)?.[0]),
    target: given(read("target", words)?.[0]),
  };
  return { query, dropped: dropped() };
}

/** A field of the form that was left empty asks for nothing. */
function given<Value extends string>(value: Value | "" | undefined): Value | null {
  return value === undefined || value === "" ? null : value;
}
