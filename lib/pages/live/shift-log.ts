import { z } from "zod";
import type { CaseNote } from "@/lib/domain/case/decision";
import type { CaseActRow } from "@/lib/domain/people/audit";
import { formatInstant } from "@/lib/format/format";
import { caseHref } from "@/lib/pages/case/href";
import type { ShiftEntry } from "./live-model";
import { acts, gaveTo, people, snoozedUntil } from "./words/log";

/** How far back the log goes: a shift and the one before it, in microseconds. */
export const shiftUs = 12 * 3_600_000_000;

type ShiftFacts = {
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  /** The notes on the cases, by case id. */
  readonly notes: ReadonlyMap<string, readonly CaseNote[]>;
};

/** A note is stored this long after its row in the audit, at the latest: microseconds. */
const storedUs = 30_000_000;

const afterSchema = z.object({
  kind: z.string().optional(),
  was: z.string().optional(),
  assignee: z.string().nullable().optional(),
  untilUs: z.number().nullable().optional(),
  isHandled: z.boolean().optional(),
});
type After = z.infer<typeof afterSchema>;

/**
 * What was done with cases, the latest first. What was tried and not kept is left out.
 * @param rows the latest first
 */
export function shiftLog(rows: readonly CaseActRow[], facts: ShiftFacts): readonly ShiftEntry[] {
  const failed = new Map<string, number>();
  return rows.flatMap((row): readonly ShiftEntry[] => {
    const { seq, atUs, actor, action, target } = row;
    const after = afterOf(row);
    const nameOf = (was: string) => JSON.stringify([actor, target, was]);
    if (action === "not-kept") {
      const name = nameOf(after.was ?? "");
      failed.set(name, (failed.get(name) ?? 0) + 1);
      return [];
    }
    const failures = failed.get(nameOf(action)) ?? 0;
    if (failures > 0) {
      failed.set(nameOf(action), failures - 1);
      return [];
    }
    const words = actWords(after, actor, facts);
    if (words === null) return [];
    const isOfRow = ({ atUs: noteUs }: CaseNote) => noteUs >= atUs && noteUs - atUs < storedUs;
    const note = after.kind === "note-added" ? facts.notes.get(target)?.find(isOfRow) : undefined;
    const who = facts.names.get(actor) ?? people.actor;
    const key = String(seq);
    return [
      { key, atUs, who, words, caseId: target, href: caseHref(target), note: note?.text ?? null },
    ];
  });
}

function afterOf({ after }: CaseActRow): After {
  return after === null ? {} : (afterSchema.safeParse(JSON.parse(after)).data ?? {});
}

function actWords(after: After, actor: string, { names, zone }: ShiftFacts): string | null {
  const { kind, assignee = null, untilUs = null } = after;
  switch (kind) {
    case "case-assigned":
      if (assignee === null) return acts.unassigned;
      return assignee === actor ? acts.taken : gaveTo(names.get(assignee) ?? people.assignee);
    case "case-snoozed":
      return untilUs === null
        ? acts.snoozeEnded
        : snoozedUntil(formatInstant(untilUs, "weekdayTime", zone));
    case "case-handled":
      return after.isHandled === true ? acts.handled : acts.returned;
    case "note-added":
      return acts.note;
    default:
      return null;
  }
}
