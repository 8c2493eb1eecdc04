import "server-only";
import type { Scope } from "@/lib/domain/people/permission";
import { casesHref, everyCase } from "@/lib/analytics/filter/cases-query";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import { caseViewHref } from "@/lib/pages/case/url";
import { traceHref } from "@/lib/pages/trace/url";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import type { Database } from "@/lib/store/port";
import {
  findCase,
  findContacts,
  findSessionCases,
  findSpan,
  findTrace,
  readCasesOfTrace,
} from "@/lib/store/search/find-ids";

/** Ids are shorter. */
const idMax = 300;

/**
 * The address of what has an id: a trace, a case, a contact (by its interaction or session id) or a span. Letters of
 * either case are the same, and dashes may be there or not.
 * @returns null where the viewer sees nothing with it
 */
export async function loadLookup(
  { path, scope }: SeenWorkspace,
  given: string,
): Promise<string | null> {
  const reader = workspaceReader(path);
  const id = given.trim();
  if (reader === null || id === "" || id.length > idMax) return null;
  return (
    (await traceAddress(reader, scope, id)) ??
    (await caseAddress(reader, scope, id)) ??
    (await contactAddress(reader, scope, id)) ??
    (await spanAddress(reader, scope, id))
  );
}

async function traceAddress(reader: Database, scope: Scope | null, id: string) {
  const traceId = await findTrace(reader, id);
  return traceId !== null && (await isTraceSeen(reader, scope, traceId))
    ? traceHref(traceId)
    : null;
}

async function caseAddress(reader: Database, scope: Scope | null, id: string) {
  const caseId = await findCase(reader, id);
  return caseId !== null && (await isSeen(reader, scope, caseId)) ? caseViewHref(caseId, {}) : null;
}

async function contactAddress(reader: Database, scope: Scope | null, id: string) {
  for (const { caseId, ordinal } of await findContacts(reader, id)) {
    if (!(await isSeen(reader, scope, caseId))) continue;
    return caseViewHref(caseId, { item: `c${String(ordinal)}` });
  }
  const seen: string[] = [];
  for (const caseId of await findSessionCases(reader, id)) {
    if (await isSeen(reader, scope, caseId)) seen.push(caseId);
  }
  const [only, ...more] = seen;
  if (only === undefined) return null;
  return more.length === 0 ? caseViewHref(only, {}) : casesHref({ ...everyCase, text: id });
}

async function spanAddress(reader: Database, scope: Scope | null, id: string) {
  if (!/^[0-9a-f]{16}$/iu.test(id.replaceAll("-", ""))) return null;
  const found = await findSpan(reader, id);
  if (found === null || !(await isTraceSeen(reader, scope, found.traceId))) return null;
  return traceHref(found.traceId, { spanId: found.spanId });
}

async function isTraceSeen(
  reader: Database,
  scope: Scope | null,
  traceId: string,
): Promise<boolean> {
  if (scope === null) return true;
  const caseIds = await readCasesOfTrace(reader, traceId);
  for (const caseId of caseIds) if (!(await isSeen(reader, scope, caseId))) return false;
  return caseIds.length > 0;
}

async function isSeen(reader: Database, scope: Scope | null, caseId: string): Promise<boolean> {
  return (await caseVisibility(reader, scope, caseId)) === "seen";
}
