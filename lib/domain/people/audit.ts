import type { WorkspaceName } from "../workspace";

/** Everything that is written down when it is done or tried, in words. */
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
  "intents-changed": "changed how intents are inferred",
  "case-overridden": "changed where a case's contacts belong",
  "note-changed": "changed the notes of a case",
  "label-changed": "labelled what an evaluator said",
  "view-changed": "changed a saved view",
  "annotation-changed": "changed an annotation on time",
  "alarm-acknowledged": "acknowledged an alarm of the persona",
  "data-removed": "removed what was ingested",
  exported: "exported a list",
  "export-ended": "ended an export",
  uploaded: "uploaded a file",
  "upload-ended": "ended reading a file",
  "not-kept": "tried a change that was not kept",
} as const;
export type AuditAction = keyof typeof auditActions;

/** One thing done or tried. It holds no name, no address and no words of anybody. */
export type AuditEntry = {
  /** Public id of an account, session of the demo or token; "cli-" and a pseudonym of the machine's user, "server", or "nobody". */
  readonly actor: string;
  readonly action: AuditAction;
  readonly workspace: WorkspaceName | null;
  /** What it was done to: a public id, a case id, a path. */
  readonly target: string | null;
  /** Where the request came from; see `networkOf`. */
  readonly network: string;
  /** Values before and after, as far as there are any. */
  readonly before: unknown;
  readonly after: unknown;
};

/** A row of the chain. */
export type AuditRow = Omit<AuditEntry, "action" | "before" | "after" | "workspace"> & {
  /** From 1, without a gap. */
  readonly seq: number;
  /** Microseconds since 1970. */
  readonly atUs: number;
  /** One of `auditActions`, or what an altered row says. */
  readonly action: string;
  readonly workspace: string | null;
  /** JSON. */
  readonly before: string | null;
  readonly after: string | null;
  readonly previousHash: string;
  readonly hash: string;
};

/** What the first row names as the hash before it. */
export const firstPreviousHash = "0".repeat(64);

/** The text whose SHA-256 is a row's hash: all of it, the hash before it included, in this order. */
export function auditText(row: Omit<AuditRow, "hash">): string {
  const { seq, atUs, actor, action, workspace, target, network, before, after, previousHash } = row;
  return JSON.stringify([
    ...[seq, atUs, actor, action, workspace, target, network, before, after],
    previousHash,
  ]);
}

/** Who does something, and from where: the part of an entry that the request says. */
export type Doer = Pick<AuditEntry, "actor" | "network">;
