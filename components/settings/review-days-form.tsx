"use client";

import { severities, type Severity } from "@/lib/domain/disclosures/severity";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { numberDraft, requireNumberDraft } from "@/lib/pages/settings/number-draft";
import { TextField } from "../ui/text-field";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";

type Draft = Readonly<Record<Severity, string>>;

const labels: Readonly<Record<Severity, string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
};

/** When findings of disclosure rules are due for review. */
export function ReviewDaysForm({
  settings,
  actions,
}: {
  settings: Settings;
  actions: SettingsActions;
}) {
  const { critical, high, medium, low } = defaultSettings.reviewDays;
  return (
    <SettingsForm<Draft>
      title="Due dates of reviews"
      subtitle={`A finding is due so many business days after its contact began, by the severity of its rule. We ship ${[critical, high, medium, low].join(", ")}.`}
      stored={draftOf(settings)}
      toChange={changeOf}
      actions={actions}
    >
      {({ draft, edit, problemAt }) => (
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          {severities.map((each) => (
            <TextField
              key={each}
              label={labels[each]}
              kind="number"
              unit="business days"
              value={draft[each]}
              problem={problemAt(`reviewDays.${each}`)}
              onChange={(value) => {
                edit({ [each]: value });
              }}
            />
          ))}
        </div>
      )}
    </SettingsForm>
  );
}

function draftOf({ reviewDays: { critical, high, medium, low } }: Settings): Draft {
  return {
    critical: numberDraft(critical),
    high: numberDraft(high),
    medium: numberDraft(medium),
    low: numberDraft(low),
  };
}

function changeOf({ critical, high, medium, low }: Draft): Partial<Settings> {
  return {
    reviewDays: {
      critical: requireNumberDraft(critical),
      high: requireNumberDraft(high),
      medium: requireNumberDraft(medium),
      low: requireNumberDraft(low),
    },
  };
}
