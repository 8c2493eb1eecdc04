import type { AlertDraft, DraftProblems } from "@/lib/pages/alerts/alert-draft";
import type { AlertFormModel } from "@/lib/pages/alerts/alerts-model";
import { CheckField } from "../ui/check-field";
import { TextField } from "../ui/text-field";

type AlertScheduleFieldsProps = {
  form: AlertFormModel;
  draft: AlertDraft;
  problems: DraftProblems;
  onChange: (changed: Partial<AlertDraft>) => void;
};

/** When a rule fires, and how it is sent. */
export function AlertScheduleFields({ form, ...props }: AlertScheduleFieldsProps) {
  const { draft, problems, onChange } = props;
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <TextField
          label="Fires once it has lasted"
          kind="number"
          unit="hours"
          hint="Without a break; looked at once a minute."
          value={draft.durationHours}
          problem={problems.durationHours ?? null}
          onChange={(durationHours) => {
            onChange({ durationHours });
          }}
        />
        <TextField
          label="Sent again after"
          kind="number"
          unit="hours"
          hint="While it fires and nobody has acknowledged it; its end is sent once."
          value={draft.coolDownHours}
          problem={problems.coolDownHours ?? null}
          onChange={(coolDownHours) => {
            onChange({ coolDownHours });
          }}
        />
      </div>
      <Ways form={form} draft={draft} onChange={onChange} />
    </>
  );
}

function Ways({ form, draft, onChange }: Omit<AlertScheduleFieldsProps, "problems">) {
  const { webhookHint, mailHint } = form;
  const hints = [...new Set([webhookHint, mailHint])].filter((hint) => hint !== null);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <CheckField
        label="On"
        isChecked={draft.isOn}
        onChange={(isOn) => {
          onChange({ isOn });
        }}
      />
      {webhookHint === null ? (
        <CheckField
          label="Post to the webhook"
          isChecked={draft.isWebhookSent}
          onChange={(isWebhookSent) => {
            onChange({ isWebhookSent });
          }}
        />
      ) : null}
      {mailHint === null ? (
        <CheckField
          label="Mail to its owner"
          isChecked={draft.isMailSent}
          onChange={(isMailSent) => {
            onChange({ isMailSent });
          }}
        />
      ) : null}
      {hints.map((hint) => (
        <p key={hint} className="text-secondary text-text-faint">
          {hint}
        </p>
      ))}
    </div>
  );
}
