import { z } from "zod";
import { auditActions, type AuditAction } from "@/lib/domain/people/audit";
import { defaultAuditQuery, type AuditQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const known = Object.keys(auditActions) as AuditAction[];
const count = z.tuple([z.coerce.number().int().min(1).max(1_000_000_000)]);
const action = z.tuple([z.enum([...known, ""])]);
const words = z.tuple([z.string().trim().max(200)]);
const day = z.tuple([z.union([z.iso.date(), z.literal("")])]);
const names = ["page", "action", "actor", "target", "from", "to"];

/**
 * Reads the Audit page's query string.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseAuditParams(raw: RawSearchParams): {
  readonly query: AuditQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, names);
  const [from, to] = inOrder(given(read("from", day)?.[0]), given(read("to", day)?.[0]));
  const query = {
    page: read("page", count)?.[0] ?? defaultAuditQuery.page,
    action: given(read("action", action)?.[0]),
    actor: given(read("actor", words)?.[0]),
    target: given(read("target", words)?.[0]),
    from,
    to,
  };
  return { query, dropped: dropped() };
}

/** A field of the form that was left empty asks for nothing. */
function given<Value extends string>(value: Value | "" | undefined): Value | null {
  return value === undefined || value === "" ? null : value;
}

/** Two days reach from the earlier to the later, whichever comes first. */
function inOrder(from: string | null, to: string | null): [string | null, string | null] {
  return from !== null && to !== null && to < from ? [to, from] : [from, to];
}
