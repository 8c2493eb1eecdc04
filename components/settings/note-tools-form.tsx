"use client";

import type { NoteTools } from "@/lib/domain/settings/persona-contract";
import type { Settings } from "@/lib/domain/settings/settings";
import { KeyList } from "./key-list";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";

type NoteToolsFormProps = { settings: Settings; actions: SettingsActions };

/** Tool names that read and write CRM notes. */
export function NoteToolsForm({ settings, actions }: NoteToolsFormProps) {
  return (
    <SettingsForm<NoteTools>
      title="Note tools"
      subtitle="By these names of tools one sees whether an agent read a case's notes and left some. Upper and lower case, dots and dashes are one, and so is what stands before: crm.add_note is add_note."
      stored={settings.noteTools}
      toChange={(noteTools) => ({ noteTools })}
      actions={actions}
    >
      {({ draft, edit, problemAt }) => (
        <>
          <KeyList
            label="Tools that read notes"
            what="name"
            keys={draft.read}
            suggestions={[]}
            problem={problemAt("noteTools.read")}
            onChange={(read) => {
              edit({ read });
            }}
          />
          <KeyList
            label="Tools that write notes"
            what="name"
            keys={draft.write}
            suggestions={[]}
            problem={problemAt("noteTools.write")}
            onChange={(write) => {
              edit({ write });
            }}
          />
        </>
      )}
    </SettingsForm>
  );
}
