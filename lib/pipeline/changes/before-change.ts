import type { CaseChange, ContactRef } from "@/lib/domain/case/decision";
import { maskPersona } from "@/lib/domain/settings/persona-contract";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { WorkspaceName } from "@/lib/domain/workspace";
import {
  isCaseChange,
  isLabelChange,
  type WorkspaceChange,
} from "@/lib/domain/settings/workspace-change";
import { readContacts } from "@/lib/cases/read-contacts";
import { sortSpans } from "@/lib/cases/sort-spans";
import { readAnnotationFacts } from "@/lib/store/decisions/annotations";
import { readAttention } from "@/lib/store/decisions/attention";
import { readDecision } from "@/lib/store/decisions/case-decisions";
import { readCaseInput } from "@/lib/store/cases/case-input";
import { readPlacedTraces } from "@/lib/store/cases/case-reach";
import { countCustomer } from "@/lib/store/cases/read-customer";
import type { Database } from "@/lib/store/port";
import { readRemoval } from "@/lib/store/spans/remove-data";
import { readOverrides, readSettings } from "@/lib/store/decisions/decisions";
import { readNoteFacts } from "@/lib/store/decisions/notes";
import { workspacePath } from "../worker/data-folder";
import { followMerges } from "../derive/follow-merges";
import { readOwnLabel } from "./own-label";
import { createPreparation } from "../intake/preparation";
import { withReader } from "../worker/with-reader";

/** The value that a change of a case, label or annotation replaces, for the audit log; null for other changes. */
export async function readValueBefore(
  workspace: WorkspaceName,
  change: WorkspaceChange,
): Promise<unknown> {
  if (isLabelChange(change)) {
    return withReader(workspacePath(workspace), (db) => readOwnLabel(db, change));
  }
  if (change.kind === "annotation-removed") {
    return withReader(workspacePath(workspace), (db) => readAnnotationFacts(db, change.id));
  }
  if (change.kind === "customer-erased") {
    return withReader(workspacePath(workspace), (db) => countCustomer(db, change.customerId));
  }
  if (change.kind === "batch-removed") {
    const { batch } = change;
    return withReader(workspacePath(workspace), (db) => readRemoval(db, { kind: "batch", batch }));
  }
  if (!isCaseChange(change)) return null;
  return withReader(workspacePath(workspace), (db) => valueBefore(db, change));
}

/** A change as the audit log stores it: typed text is masked. */
export function auditableChange(change: WorkspaceChange): WorkspaceChange {
  const { masker } = createPreparation(defaultSettings);
  const mask = (text: string) => masker.text.mask(text).text;
  if (change.kind === "settings") {
    const { persona } = change.after;
    if (persona === undefined) return change;
    return { ...change, after: { ...change.after, persona: maskPersona(persona, mask) } };
  }
  // Its reference is no typed text, and its id is not stored.
  if (change.kind === "customer-erased") return change;
  // One of the accounts: the digits of its id would be taken for a number of an account.
  if (change.kind === "case-assigned") {
    return { ...maskTyped(change, mask), assignee: change.assignee };
  }
  return maskTyped(change, mask);
}

/** Masks every string member except `kind`; ids too, since a browser could send anything as an id. */
function maskTyped<T extends object>(value: T, mask: (text: string) => string): T {
  const masked = Object.entries(value).map(([name, value]: [string, unknown]) => {
    if (typeof value === "string") return [name, name === "kind" ? value : mask(value.trim())];
    return [name, isRecord(value) ? maskTyped(value, mask) : value];
  });
  return Object.fromEntries(masked) as T;
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @returns ids, kinds and counts, never typed text; null if there was no value */
export async function valueBefore(db: Database, change: CaseChange): Promise<unknown> {
  switch (change.kind) {
    case "case-merged": {
      const { fromCaseId: caseId } = change;
      const ends = await followMerges(db, await readOverrides(db), [caseId]);
      return { caseId, leadsTo: ends.get(caseId) ?? caseId };
    }
    case "contact-moved":
      return traceLocation(db, await tracesOf(db, change.contact));
    case "trace-moved":
      return traceLocation(db, [change.traceId]);
    case "decision-removed":
      return readDecision(db, change.id);
    case "note-removed":
      return readNoteFacts(db, change.id);
    case "note-added":
      return null;
    case "case-assigned":
    case "case-snoozed":
    case "case-handled":
      return readAttention(db, change.caseId);
  }
}

async function tracesOf(db: Database, { caseId, ordinal }: ContactRef): Promise<string[]> {
  const { spans } = await readCaseInput(db, caseId);
  const contact = readContacts(sortSpans(spans), await readSettings(db))[ordinal];
  return [...new Set((contact?.spans ?? []).map(({ traceId }) => traceId))];
}

/** The cases that hold spans of the given traces, and the decisions already made about those. */
async function traceLocation(db: Database, traceIds: readonly string[]): Promise<object> {
  const traces = await readPlacedTraces(db, traceIds);
  const held = traces.flatMap(({ spans }) => spans.map(({ caseId }) => caseId));
  const decided = traces.flatMap(({ overrides }) =>
    overrides.map(({ spanId, toCaseId }) => ({ spanId, toCaseId })),
  );
  return { caseIds: [...new Set(held)], decided };
}
