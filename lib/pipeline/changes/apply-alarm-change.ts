import { acknowledgementNoteMax } from "@/lib/domain/settings/acknowledgement";
import { DomainError } from "@/lib/domain/domain-error";
import { isBlank } from "@/lib/domain/is-blank";
import type { AlarmChange, ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { addAcknowledgement } from "@/lib/store/decisions/acknowledgements";
import type { CaseChangeContext } from "./apply-case-change";

/**
 * The changes that a page may make to alarms, one transaction each.
 * @throws DomainError with a sentence for the user
 */
export const alarmChangeAppliers = {
  "alarm-acknowledged": async (
    { db, nowUs, mask }: CaseChangeContext,
    { acknowledgement }: AlarmChange,
  ): Promise<ChangeAnswer> => {
    const note = mask(acknowledgement.note.trim());
    if (isBlank(note)) throw new DomainError("invalid-input", "Say what comes of it.");
    // Masking can lengthen the text.
    if (note.length > 2 * acknowledgementNoteMax) {
      throw new DomainError("invalid-input", "The note is too long.");
    }
    return { id: await addAcknowledgement(db, { ...acknowledgement, note, atUs: nowUs }) };
  },
};
