"use client";

import { identityFields, type IdentityField } from "@/lib/domain/trace/identity";
import type { Settings } from "@/lib/domain/settings/settings";
import type { SettingsSuggestions } from "@/lib/domain/settings/settings-suggestions";
import { identityFieldWords } from "@/lib/format/wording";
import { KeyList } from "./key-list";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";
import { SuggestedKeys } from "./suggested-keys";

type Draft = Readonly<Record<IdentityField, readonly string[]>>;

type AliasesFormProps = {
  settings: Settings;
  suggestions: SettingsSuggestions;
  /** A key that is added to the case's, to be saved; null: none. */
  caseKey: string | null;
  actions: SettingsActions;
};

const usual = ["caseId", "customerId", "channel", "intent"] as const satisfies IdentityField[];
const seldom = identityFields.filter((field) => !usual.some((each) => each === field));

/** The attribute keys that carry case, customer and session ids. */
export function AliasesForm({ settings, suggestions, caseKey, actions }: AliasesFormProps) {
  return (
    <SettingsForm<Draft>
      title="Attribute names"
      subtitle="Our own names and the known conventions are always read. Here stand further keys, tried after them in this order; inside a metadata object the name alone counts, without regard to case, dots and dashes."
      stored={draftOf(settings)}
      begun={caseKey === null ? undefined : withCaseKey(draftOf(settings), caseKey)}
      toChange={(draft) => ({ aliases: aliasesOf(draft) })}
      actions={actions}
    >
      {({ draft, edit, problemAt }) => {
        const list = (field: IdentityField) => (
          <KeyList
            key={field}
            label={identityFieldWords[field]}
            keys={draft[field]}
            suggestions={suggestions.keys.map(({ key }) => key)}
            problem={problemAt(`aliases.${field}`)}
            onChange={(keys) => {
              edit({ [field]: keys });
            }}
          />
        );
        return (
          <>
            <SuggestedKeys
              suggestions={suggestions}
              taken={Object.values(draft).flat()}
              onAdd={(key) => {
                edit({ caseId: [...draft.caseId, key] });
              }}
            />
            {usual.map(list)}
            <details className="grid gap-3">
              <summary className="min-h-6 cursor-pointer text-secondary text-text-muted">
                More fields: {seldom.map((field) => identityFieldWords[field]).join(", ")}
              </summary>
              <div className="grid gap-3 pt-2">{seldom.map(list)}</div>
            </details>
          </>
        );
      }}
    </SettingsForm>
  );
}

function draftOf({ aliases }: Settings): Draft {
  const entries = identityFields.map((field) => [field, aliases[field] ?? []] as const);
  return { ...emptyDraft, ...Object.fromEntries(entries) };
}

function withCaseKey(draft: Draft, key: string): Draft {
  return draft.caseId.includes(key) ? draft : { ...draft, caseId: [...draft.caseId, key] };
}

/** A field without keys is not stored. */
function aliasesOf(draft: Draft): Settings["aliases"] {
  return Object.fromEntries(Object.entries(draft).filter(([, keys]) => keys.length > 0));
}

const emptyDraft: Draft = {
  caseId: [],
  customerId: [],
  channel: [],
  intent: [],
  session: [],
  interactionId: [],
  agentKind: [],
  agentId: [],
  caseType: [],
  risk: [],
  region: [],
  team: [],
  release: [],
  runId: [],
  cohort: [],
  cohortItem: [],
  repeat: [],
};
