import { noteLengthMax, type CaseChange, type Decision } from "@/lib/domain/case/decision";
import { DomainError } from "@/lib/domain/domain-error";
import { isBlank } from "@/lib/domain/is-blank";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import {
  addDecision,
  isDecidedTarget,
  isDecisionSeen,
  readDecision,
  removeDecision,
} from "@/lib/store/decisions/case-decisions";
import { readPlacedTraces } from "@/lib/store/cases/case-reach";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import type { Database } from "@/lib/store/port";
import { readOverrides } from "@/lib/store/decisions/decisions";
import { addNote, readNoteFacts, removeNote } from "@/lib/store/decisions/notes";
import { followMerges } from "../derive/follow-merges";
import { attentionChangeAppliers } from "./apply-attention-change";
import { planContactMove } from "./plan-contact-move";
import { requireCase, type SeenDatabase } from "./require-case";

/** `scope` is the user's; a case outside it is refused as if it did not exist. */
export type CaseChangeContext = SeenDatabase & {
  readonly nowUs: number;
  /** Masks typed text before it is stored. */
  readonly mask: (text: string) => string;
};

type ChangeOf<Kind> = Extract<CaseChange, { readonly kind: Kind }>;

type Appliers = {
  readonly [Kind in CaseChange["kind"]]: (
    context: CaseChangeContext,
    change: ChangeOf<Kind>,
  ) => Promise<ChangeAnswer>;
};

/**
 * The changes that a page may make to a case, one transaction each.
 * @throws DomainError with a sentence for the user
 */
export const caseChangeAppliers: Appliers = {
  ...attentionChangeAppliers,
  "case-merged": async (context, { fromCaseId, toCaseId }) => {
    const to = target(context, toCaseId, fromCaseId);
    await requireCase(context, fromCaseId);
    await requireTarget(context, to);
    if (await leadsTo(context.db, to, fromCaseId)) {
      throw refused(`Case ${to} is itself merged into this one.`);
    }
    const override = { kind: "merge", fromCaseId, toCaseId: to } as const;
    const subject = { kind: "case" } as const;
    return decide(context, {
      kind: "merge",
      subject,
      fromCaseId,
      toCaseId: to,
      overrides: [override],
    });
  },
  "contact-moved": async (context, { contact, toCaseId, isNewCase }) => {
    const to = target(context, toCaseId, contact.caseId);
    if (isNewCase) await requireNewId(context, to, contact.caseId);
    else await requireTarget(context, to);
    const { channel, startUs, overrides } = await planContactMove(context, contact, to);
    const subject = { kind: "contact", channel, startUs } as const;
    const kind = isNewCase ? "split" : "reassign";
    const fromCaseId = contact.caseId;
    return decide(context, { kind, subject, fromCaseId, toCaseId: to, overrides });
  },
  "trace-moved": async (context, { traceId, toCaseId }) => {
    const [trace] = await readPlacedTraces(context.db, [traceId]);
    if (trace === undefined) throw traceMissing();
    const held = [...new Set(trace.spans.map(({ caseId }) => caseId))];
    await requireHeld(context, held);
    const fromCaseId = held.length === 1 ? (held[0] ?? null) : null;
    const to = target(context, toCaseId, fromCaseId);
    await requireTarget(context, to);
    // Overrides of single spans take precedence over one of the whole trace, so each is replaced.
    const spanIds = new Set([null, ...trace.overrides.map(({ spanId }) => spanId)]);
    const overrides = [...spanIds].map(
      (spanId) => ({ kind: "reassign", traceId, spanId, toCaseId: to }) as const,
    );
    const subject = { kind: "trace", traceId } as const;
    return decide(context, { kind: "reassign", subject, fromCaseId, toCaseId: to, overrides });
  },
  "decision-removed": async ({ db, scope, nowUs }, { id }) => {
    const ends = await readDecision(db, id);
    const isSeen = ends !== null && (await isDecisionSeen(db, scope, ends));
    if (isSeen && (await removeDecision(db, id, nowUs))) return { id: null };
    throw new DomainError("not-found", "This was taken back already; reload the page.");
  },
  "note-added": async (context, { caseId, text }) => {
    const { db, nowUs, mask } = context;
    const masked = mask(text.trim());
    if (isBlank(masked)) throw refused("The note is empty.");
    if (masked.length > 2 * noteLengthMax) throw refused("The note is too long.");
    await requireCase(context, caseId);
    return { id: await addNote(db, { caseId, text: masked }, nowUs) };
  },
  "note-removed": async ({ db, scope }, { id }) => {
    const note = await readNoteFacts(db, id);
    const isSeen =
      note !== null &&
      (scope === null || (await caseVisibility(db, scope, note.caseId)) === "seen");
    if (isSeen && (await removeNote(db, id))) return { id: null };
    throw new DomainError("not-found", "This note was removed already; reload the page.");
  },
};

async function decide({ db, nowUs }: CaseChangeContext, decision: Decision): Promise<ChangeAnswer> {
  return { id: await addDecision(db, decision, nowUs) };
}

/** The target case id normalised as for spans: trimmed, and masked if personal. */
function target({ mask }: CaseChangeContext, typed: string, fromCaseId: string | null): string {
  const caseId = mask(typed.trim());
  if (isBlank(caseId)) throw refused("Name the other case.");
  if (caseId === fromCaseId) throw refused("That is this case itself; name another one.");
  return caseId;
}

/** The target of a move must be visible, and so must the case that its chain of merges ends in. */
async function requireTarget(context: CaseChangeContext, caseId: string): Promise<void> {
  await requireCase(context, caseId);
  const { db, scope } = context;
  if (scope === null) return;
  const end = (await followMerges(db, await readOverrides(db), [caseId])).get(caseId);
  if (end !== undefined && (await caseVisibility(db, scope, end)) !== "seen") {
    throw refused("This case was merged into another; choose a different one.");
  }
}

/**
 * A user with a limited scope may only create ids that extend the source case's id, so that the
 * answer does not reveal whether another case exists.
 */
async function requireNewId(
  context: CaseChangeContext,
  caseId: string,
  fromCaseId: string,
): Promise<void> {
  await requireCase(context, fromCaseId);
  if (context.scope !== null && !caseId.startsWith(`${fromCaseId}-`)) {
    throw refused(`Begin the id of the new case with ${fromCaseId}- here.`);
  }
  const { db } = context;
  if ((await caseVisibility(db, null, caseId)) === "seen") {
    throw refused(
      `There is a case ${caseId} already; choose another id, or move the contact to it.`,
    );
  }
  // The case that a decision leads to is derived later.
  if (await isDecidedTarget(db, caseId)) {
    throw refused(`Somebody already gave the id ${caseId} to another new case; choose another id.`);
  }
}

/** A user with a limited scope may only move a trace whose spans all belong to visible cases. */
async function requireHeld(
  { db, scope }: CaseChangeContext,
  held: readonly (string | null)[],
): Promise<void> {
  if (scope === null) return;
  const caseIds = held.filter((caseId) => caseId !== null);
  const sights = await Promise.all(caseIds.map((caseId) => caseVisibility(db, scope, caseId)));
  if (sights.length === 0 || sights.some((sight) => sight !== "seen")) throw traceMissing();
}

function traceMissing(): DomainError {
  return new DomainError("not-found", "This trace is not stored.");
}

/** Whether following the recorded merges, derived or not, leads from one case to the other. */
async function leadsTo(db: Database, caseId: string, otherId: string): Promise<boolean> {
  // With the other case merged into itself, every chain that reaches it ends there.
  const stop = { kind: "merge", fromCaseId: otherId, toCaseId: otherId } as const;
  const ends = await followMerges(db, [...(await readOverrides(db)), stop], [caseId]);
  return ends.get(caseId) === otherId;
}

function refused(sentence: string): DomainError {
  return new DomainError("invalid-input", sentence);
}
