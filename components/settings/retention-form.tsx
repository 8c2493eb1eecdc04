"use client";

import {
  countExpired,
  type ContactsOfDay,
  type OriginalsState,
} from "@/lib/domain/settings/retention";
import type { Settings } from "@/lib/domain/settings/settings";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import { numberDraft, readNumberDraft } from "@/lib/pages/settings/number-draft";
import { TextField } from "../ui/text-field";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";

type Draft = Readonly<Record<"contactDays" | "auditDays" | "originalDays", string>>;

type RetentionFormProps = {
  settings: Settings;
  actions: SettingsActions;
  byDay: readonly ContactsOfDay[];
  originals: OriginalsState;
  nowUs: number;
  /** The audit is one of all workspaces. */
  hasAudit: boolean;
};

/** How long contacts, the audit and originals are kept. */
export function RetentionForm({
  settings,
  actions,
  byDay,
  originals,
  nowUs,
  hasAudit,
}: RetentionFormProps) {
  return (
    <SettingsForm<Draft>
      title="How long data are kept"
      subtitle="What is older is removed for good once a day, after midnight UTC. Contacts and the audit are kept for good where their field is empty."
      stored={draftOf(settings)}
      toChange={changeOf}
      actions={actions}
      about="retention"
    >
      {({ draft, edit, problemAt }) => (
        <>
          <TextField
            label="Contacts"
            kind="number"
            unit="days"
            hint="Traces and CRM records, their words, and the cases, verdicts, notes and decisions made of them. A case that goes on keeps its younger contacts."
            value={draft.contactDays}
            problem={problemAt("retention.contactDays")}
            onChange={(contactDays) => {
              edit({ contactDays });
            }}
          />
          <p role="status" className="text-secondary text-text-muted">
            {expiredWords(byDay, nowUs, readNumberDraft(draft.contactDays))}
          </p>
          {hasAudit ? (
            <TextField
              label="Audit"
              kind="number"
              unit="days"
              hint="Who did what, in all workspaces."
              value={draft.auditDays}
              problem={problemAt("retention.auditDays")}
              onChange={(auditDays) => {
                edit({ auditDays });
              }}
            />
          ) : null}
          <TextField
            label="Originals of masked words"
            kind="number"
            unit="days"
            hint="Names, addresses, telephone numbers and birth dates as they were sent, encrypted. No page or export shows them; a better masker gives back from them what was no personal data. Never kept: numbers of cards, accounts and papers, keys, passwords, mail addresses, health and belief. Empty: none are kept; 30 days are usual."
            value={draft.originalDays}
            problem={problemAt("retention.originalDays")}
            onChange={(originalDays) => {
              edit({ originalDays });
            }}
          />
          <p role="status" className="text-secondary text-text-muted">
            {originalsWords(originals, nowUs)}
          </p>
        </>
      )}
    </SettingsForm>
  );
}

function expiredWords(byDay: readonly ContactsOfDay[], nowUs: number, days: number | null): string {
  const total = byDay.reduce((sum, { contacts }) => sum + contacts, 0);
  if (days === null) return `All ${formatCounted(total, "contact")} are kept.`;
  if (!Number.isInteger(days) || days < 1) return "";
  const expired = countExpired(byDay, nowUs, days);
  return expired === 0
    ? `None of the ${formatCounted(total, "contact")} is older.`
    : `${formatCount(expired)} of ${formatCounted(total, "contact")} are older and go with the next purge.`;
}

/** "Sealed of 1,204 spans, the oldest 3 days ago." */
function originalsWords({ spans, oldestUs, problem }: OriginalsState, nowUs: number): string {
  const kept =
    oldestUs === null
      ? "None are kept now."
      : `Sealed of ${formatCounted(spans, "span")}, the oldest ${formatDuration(nowUs - oldestUs)} ago.`;
  return problem === null
    ? kept
    : `${problem} What arrives is stored without its original. ${kept}`;
}

function draftOf({ retention: { contactDays, auditDays, originalDays } }: Settings): Draft {
  return {
    contactDays: numberDraft(contactDays),
    auditDays: numberDraft(auditDays),
    originalDays: numberDraft(originalDays),
  };
}

function changeOf({ contactDays, auditDays, originalDays }: Draft): Partial<Settings> {
  return {
    retention: {
      contactDays: readNumberDraft(contactDays),
      auditDays: readNumberDraft(auditDays),
      originalDays: readNumberDraft(originalDays),
    },
  };
}
