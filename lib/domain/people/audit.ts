import { z } from "zod";
import type { WorkspaceName } from "../workspace";

export const auditActions = {
  "signed-in": "signed in",
  "sign-in-failed": "failed to sign in",
  "signed-out": "signed out",
  "session-ended": "ended a session",
  refused: "was refused",
  "refusals-left-out": "was refused more often than is listed",
  "account-added": "added an account",
  "account-changed": "changed an account",
  "account-disabled": "disabled an account",
  "account-enabled": "enabled an account again",
  "password-link-made": "made a link to choose a password",
  "password-chosen": "chose a password",
  "token-made": "made a token",
  "token-revoked": "revoked a token",
  "settings-changed": "changed the settings",
  "rules-changed": "published a change of disclosure rules",
  "intents-changed": "changed how intents are inferred",
  "case-overridden": "changed where a case's contacts belong",
  "note-changed": "changed the notes of a case",
  "case-attended": "assigned, snoozed or handled an open case",
  "label-changed": "labelled what an evaluator said",
  "finding-reviewed": "decided on a finding of a disclosure rule",
  "finding-second-reviewed":
    "reviewed a finding of a sample as the second, without the first decision",
  "sample-drawn": "drew a sample of findings to review",
  "sample-signed-off": "signed off a reviewed sample",
  "cohort-changed": "made a cohort or a new version of one",
  "run-changed": "brought a run of a cohort, or said which items it replays",
  "verdict-deleted": "deleted a verdict of the release gate",
  "verdict-signed-off": "signed off a release that the gate passed without a proof",
  "view-changed": "changed a saved view",
  "annotation-changed": "changed an annotation on time",
  "alarm-acknowledged": "acknowledged an alarm of the persona",
  "alert-changed": "changed, muted or tested an alert",
  "alert-acknowledged": "acknowledged an alert",
  "webhook-changed": "chose where alerts are posted to",
  "data-removed": "removed what was ingested",
  "customer-erased": "erased a customer",
  "data-purged": "purged what is older than the retention",
  "audit-purged": "purged the beginning of the audit",
  "ids-erased": "took ids of an erased customer out of the audit",
  exported: "exported a list",
  "export-ended": "ended an export",
  "pack-made": "made an evidence pack",
  uploaded: "uploaded a file",
  "upload-ended": "ended reading a file",
  "not-kept": "tried a change that was not kept",
} as const;
export type AuditAction = keyof typeof auditActions;

/** One audited action or attempt. It holds no names, addresses or free text. */
export type AuditEntry = {
  /**
   * Public id of an account, demo session or token; "cli-" and a pseudonym of the machine's user, "server", or
   * "nobody".
   */
  readonly actor: string;
  readonly action: AuditAction;
  readonly workspace: WorkspaceName | null;
  /** Target: a public id, a case id, a path. */
  readonly target: string | null;
  /** Where the request came from; see `networkOf`. */
  readonly network: string;
  /** Values before and after, if any. */
  readonly before: unknown;
  readonly after: unknown;
};

/** A row of the hash chain. */
export type AuditRow = Omit<AuditEntry, "action" | "before" | "after" | "workspace"> & {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly atUs: number;
  /** One of `auditActions`, or anything else in a tampered row. */
  readonly action: string;
  readonly workspace: string | null;
  /** JSON. */
  readonly before: string | null;
  readonly after: string | null;
  readonly previousHash: string;
  readonly hash: string;
};

/** A row of the audit about what somebody did with a case on the Live page, or tried. */
export type CaseActRow = Pick<AuditRow, "seq" | "atUs" | "actor" | "action" | "after"> & {
  readonly target: string;
};

export const firstPreviousHash = "0".repeat(64);

/** The text whose SHA-256 is a row's hash: all members in this order, including the previous hash. */
export function auditText(row: Omit<AuditRow, "hash">): string {
  const { seq, atUs, actor, action, workspace, target, network, before, after, previousHash } = row;
  return JSON.stringify([
    ...[seq, atUs, actor, action, workspace, target, network, before, after],
    previousHash,
  ]);
}

/** The actor of an entry and the origin of the request. */
export type Doer = Pick<AuditEntry, "actor" | "network">;

/** What stands in a row in place of an erased customer's id. */
export const erasedWords = "(erased)";

/** The `after` of a row "ids-erased": numbers of the rows that named an id, and hashes of what they are since. */
export const erasedRowsSchema = z.object({ rows: z.array(z.tuple([z.number(), z.string()])) });

/** The `after` of a row "audit-purged": number and hash of the last row that was removed. */
export const purgedRowsSchema = z.object({ through: z.number(), head: z.string() });
