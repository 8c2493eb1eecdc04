import type { ContactRef } from "@/lib/domain/case/decision";
import { maskPersona } from "@/lib/domain/settings/persona-contract";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { WorkspaceChange } from "@/lib/domain/settings/workspace-change";
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

type Kind = WorkspaceChange["kind"];
type ChangeOf<Of extends Kind> = Extract<WorkspaceChange, { readonly kind: Of }>;
type Reader<Of extends Kind> = (db: Database, change: ChangeOf<Of>) => Promise<unknown>;

/** Read the value that a change replaces, for the audit: ids, kinds and counts, never typed text; null: none is noted. */
const readers: { readonly [Of in Kind]: Reader<Of> | null } = {
  "case-merged": async (db, { fromCaseId: caseId }) => {
    const ends = await followMerges(db, await readOverrides(db), [caseId]);
    return { caseId, leadsTo: ends.get(caseId) ?? caseId };
  },
  "contact-moved": async (db, { contact }) => traceLocation(db, await tracesOf(db, contact)),
  "trace-moved": (db, { traceId }) => traceLocation(db, [traceId]),
  "decision-removed": (db, { id }) => readDecision(db, id),
  "note-added": null,
  "note-removed": (db, { id }) => readNoteFacts(db, id),
  "case-assigned": (db, { caseId }) => readAttention(db, caseId),
  "case-snoozed": (db, { caseId }) => readAttention(db, caseId),
  "case-handled": (db, { caseId }) => readAttention(db, caseId),
  "label-given": readOwnLabel,
  "label-withdrawn": readOwnLabel,
  "annotation-added": null,
  "annotation-removed": (db, { id }) => readAnnotationFacts(db, id),
  "customer-erased": (db, { customerId }) => countCustomer(db, customerId),
  "batch-removed": (db, { batch }) => readRemoval(db, { kind: "batch", batch }),
  "view-saved": null,
  "view-removed": null,
  "default-view-chosen": null,
  "alarm-acknowledged": null,
  "alert-saved": null,
  "alert-removed": null,
  "alert-muted": null,
  "alert-tested": null,
  "alert-acknowledged": null,
  "alert-webhook-set": null,
  "disclosure-reviewed": null,
  "finding-second-reviewed": null,
  "sample-drawn": null,
  "sample-signed-off": null,
  "cohort-made": null,
  "cohort-case-added": null,
  "verdict-deleted": null,
  "verdict-signed-off": null,
  // The change has its own.
  settings: null,
};

/** The value that a change replaces, for the audit; null: none. */
export async function readValueBefore<Of extends Kind>(
  workspace: WorkspaceName,
  change: ChangeOf<Of> & { readonly kind: Of },
): Promise<unknown> {
  if (readers[change.kind] === null) return null;
  return withReader(workspacePath(workspace), (db) => valueBefore<Of>(db, change));
}

/** @returns null if there was no value */
export async function valueBefore<Of extends Kind>(
  db: Database,
  change: ChangeOf<Of> & { readonly kind: Of },
): Promise<unknown> {
  return (await readers[change.kind]?.(db, change)) ?? null;
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
