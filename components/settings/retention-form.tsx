"use client";

import { countExpired, type ContactsOfDay } from "@/lib/domain/settings/retention";
import type { Settings } from "@/lib/domain/settings/settings";
import { formatCount, formatCounted } from "@/lib/format/format";
import { numberDraft, readNumberDraft } from "@/lib/pages/settings/number-draft";
import { TextField } from "../ui/text-field";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";

type Draft = { readonly contactDays: string; readonly auditDays: string };

type RetentionFormProps = {
  settings: Settings;
  actions: SettingsActions;
  byDay: readonly ContactsOfDay[];
  nowUs: number;
  /** The audit is one of all workspaces. */
  hasAudit: boolean;
};

/** How long contacts and the audit are kept. */
export function RetentionForm({ settings, actions, byDay, nowUs, hasAudit }: RetentionFormProps) {
  return (
    <SettingsForm<Draft>
      title="How long data are kept"
      subtitle="What is older is removed for good once a day, after midnight UTC. Leave a field empty to keep it for good."
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

function draftOf({ retention: { contactDays, auditDays } }: Settings): Draft {
  return { contactDays: numberDraft(contactDays), auditDays: numberDraft(auditDays) };
}

function changeOf({ contactDays, auditDays }: Draft): Partial<Settings> {
  return {
    retention: {
      contactDays: readNumberDraft(contactDays),
      auditDays: readNumberDraft(auditDays),
    },
  };
}
