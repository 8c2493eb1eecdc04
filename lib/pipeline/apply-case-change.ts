import { noteLengthMax, type CaseChange, type Decision } from "@/lib/domain/decision";
import { DomainError } from "@/lib/domain/domain-error";
import { isBlank } from "@/lib/domain/is-blank";
import type { ChangeAnswer } from "@/lib/domain/workspace-change";
import { addDecision, removeDecision } from "@/lib/store/case-decisions";
import { readCaseReach, readPlacedTraces } from "@/lib/store/case-reach";
import type { Database } from "@/lib/store/database";
import { readOverrides } from "@/lib/store/decisions";
import { addNote, removeNote } from "@/lib/store/notes";
import { followMerges } from "./follow-merges";
import { planContactMove } from "./plan-contact-move";

export type CaseChangeContext = {
  readonly db: Database;
  /** Microseconds since 1970. */
  readonly nowUs: number;
  /** Masks what a person typed before it is stored. */
  readonly mask: (text: string) => string;
};

type ChangeOf<Kind> = Extract<CaseChange, { readonly kind: Kind }>;

type Appliers = {
  readonly [Kind in CaseChange["kind"]]: (
    context: CaseChangeContext,
    change: ChangeOf<Kind>,
  ) => Promise<ChangeAnswer>;
};

/** What a page may do to a case, each in one transaction; refused with a sentence for the person. */
export const caseChangeAppliers: Appliers = {
  "case-merged": async (context, { fromCaseId, toCaseId }) => {
    const to = target(context, toCaseId, fromCaseId);
    await requireCase(context.db, fromCaseId);
    await requireCase(context.db, to);
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
    if (!isNewCase) await requireCase(context.db, to);
    else if ((await readCaseReach(context.db, to)) !== null) {
      throw refused(`There is a case ${to} already; choose another id, or move the contact to it.`);
    }
    const { channel, startUs, overrides } = await planContactMove(context.db, contact, to);
    const subject = { kind: "contact", channel, startUs } as const;
    const kind = isNewCase ? "split" : "reassign";
    const fromCaseId = contact.caseId;
    return decide(context, { kind, subject, fromCaseId, toCaseId: to, overrides });
  },
  "trace-moved": async (context, { traceId, toCaseId }) => {
    const [trace] = await readPlacedTraces(context.db, [traceId]);
    if (trace === undefined) throw new DomainError("not-found", "This trace is not stored.");
    const held = [...new Set(trace.spans.map(({ caseId }) => caseId))];
    const fromCaseId = held.length === 1 ? (held[0] ?? null) : null;
    const to = target(context, toCaseId, fromCaseId);
    await requireCase(context.db, to);
    // Decisions about single spans stand before one about the trace: each is made anew.
    const spanIds = new Set([null, ...trace.overrides.map(({ spanId }) => spanId)]);
    const overrides = [...spanIds].map(
      (spanId) => ({ kind: "reassign", traceId, spanId, toCaseId: to }) as const,
    );
    const subject = { kind: "trace", traceId } as const;
    return decide(context, { kind: "reassign", subject, fromCaseId, toCaseId: to, overrides });
  },
  "decision-removed": async ({ db, nowUs }, { id }) => {
    if (await removeDecision(db, id, nowUs)) return { id: null };
    throw new DomainError("not-found", "This was taken back already; reload the page.");
  },
  "note-added": async ({ db, nowUs, mask }, { caseId, text }) => {
    const masked = mask(text.trim());
    if (isBlank(masked)) throw refused("The note is empty.");
    if (masked.length > 2 * noteLengthMax) throw refused("The note is too long.");
    await requireCase(db, caseId);
    return { id: await addNote(db, { caseId, text: masked }, nowUs) };
  },
  "note-removed": async ({ db }, { id }) => {
    if (await removeNote(db, id)) return { id: null };
    throw new DomainError("not-found", "This note was removed already; reload the page.");
  },
};

async function decide({ db, nowUs }: CaseChangeContext, decision: Decision): Promise<ChangeAnswer> {
  return { id: await addDecision(db, decision, nowUs) };
}

/** The other case's id as spans would have it: trimmed, and masked where it is personal. */
function target({ mask }: CaseChangeContext, typed: string, fromCaseId: string | null): string {
  const caseId = mask(typed.trim());
  if (isBlank(caseId)) throw refused("Name the other case.");
  if (caseId === fromCaseId) throw refused("That is this case itself; name another one.");
  return caseId;
}

async function requireCase(db: Database, caseId: string) {
  const reach = await readCaseReach(db, caseId);
  if (reach !== null) return reach;
  throw new DomainError("not-found", `There is no case ${caseId}; check the id.`);
}

/** Whether the merges decided and recorded lead from a case to another, derived already or not. */
async function leadsTo(db: Database, caseId: string, otherId: string): Promise<boolean> {
  // Merged into itself, the other case is the end of every chain that reaches it.
  const stop = { kind: "merge", fromCaseId: otherId, toCaseId: otherId } as const;
  const ends = await followMerges(db, [...(await readOverrides(db)), stop], [caseId]);
  return ends.get(caseId) === otherId;
}

function refused(sentence: string): DomainError {
  return new DomainError("invalid-input", sentence);
}
