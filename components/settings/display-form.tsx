"use client";

import type { Settings } from "@/lib/domain/settings/settings";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";
import { ZoneField } from "./zone-field";

type Draft = Pick<Settings, "displayTimeZone">;

/** The display time zone. */
export function DisplayForm({
  settings,
  actions,
}: {
  settings: Settings;
  actions: SettingsActions;
}) {
  return (
    <SettingsForm<Draft>
      title="Times on pages"
      subtitle="Every page writes its times in this zone, for everybody who looks at this workspace."
      stored={{ displayTimeZone: settings.displayTimeZone }}
      toChange={({ displayTimeZone }) => ({ displayTimeZone: displayTimeZone.trim() })}
      actions={actions}
    >
      {({ draft, edit, problemAt }) => (
        <ZoneField
          label="Display time zone"
          hint="We ship UTC. Exports keep UTC."
          value={draft.displayTimeZone}
          problem={problemAt("displayTimeZone")}
          onChange={(displayTimeZone) => {
            edit({ displayTimeZone });
          }}
        />
      )}
    </SettingsForm>
  );
}
