import { DomainError } from "@/lib/domain/domain-error";
import {
  signOffNameMax,
  signOffReasonMax,
  type StoredVerdict,
  type VerdictChange,
} from "@/lib/domain/gate/stored-verdict";
import { isBlank } from "@/lib/domain/is-blank";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { recomputeRecord } from "@/lib/gate/record";
import { asksForSignOff, hashSigned, validSignOff } from "@/lib/gate/sign-off";
import { deleteVerdict, readVerdict, signVerdict } from "@/lib/store/gate/verdicts";
import { sha256 } from "@/lib/store/sha256";
import type { CaseChangeContext } from "./apply-case-change";

type ChangeOf<Kind> = Extract<VerdictChange, { readonly kind: Kind }>;

/** One transaction per change. @throws DomainError with a sentence for the user */
export const verdictChangeAppliers = {
  /** Deletes what a verdict says; its attempt stays counted. */
  "verdict-deleted": async (
    { db, nowUs }: CaseChangeContext,
    { id, actor }: ChangeOf<"verdict-deleted">,
  ): Promise<ChangeAnswer> => {
    const isDeleted = await db.write((connection) => deleteVerdict(connection, id, actor, nowUs));
    if (isDeleted) return { id: null };
    throw new DomainError("not-found", "This verdict was deleted already; load the page again.");
  },

  /** Keeps that a person answers for a verdict that is not proven. */
  "verdict-signed-off": async (
    { db, nowUs, mask }: CaseChangeContext,
    { id, actor, name: typed, reason: given }: ChangeOf<"verdict-signed-off">,
  ): Promise<ChangeAnswer> => {
    const name = typed.trim();
    const reason = mask(given.trim());
    if (isBlank(name) || isBlank(reason)) throw refused("Say who answers for it, and why.");
    // Masking can lengthen the text.
    if (name.length > signOffNameMax || reason.length > 2 * signOffReasonMax) {
      throw refused("The name or the reason is too long.");
    }
    await db.write(async (connection) => {
      const hash = hashSigned(requireSignable(await readVerdict(connection, id)), sha256);
      await signVerdict(connection, id, { by: actor, name, atUs: nowUs, reason, hash });
    });
    return { id };
  },
};

function requireSignable(stored: StoredVerdict | null): StoredVerdict {
  if (stored?.record == null) {
    throw new DomainError("not-found", "There is no such verdict, or it was deleted.");
  }
  const found = recomputeRecord(stored.record, sha256);
  if (found.kind !== "recomputed" || found.differing.length > 0) {
    throw refused("Its inputs do not give this verdict again, so nobody can sign it off.");
  }
  if (!asksForSignOff(found.record)) {
    throw refused(
      "Only a pass that is not proven is signed off, and only where the policy says not_proven: sign_off.",
    );
  }
  if (validSignOff(stored, sha256) !== null) throw refused("It is signed off already.");
  return stored;
}

function refused(sentence: string): DomainError {
  return new DomainError("invalid-input", sentence);
}
