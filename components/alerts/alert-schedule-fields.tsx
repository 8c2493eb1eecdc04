import type { AlertDraft, DraftProblems } from "@/lib/pages/alerts/alert-draft";
import type { AlertFormModel } from "@/lib/pages/alerts/alerts-model";
import { fields, units } from "@/lib/pages/alerts/words/form";
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
          label={fields.duration}
          kind="number"
          unit={units.hours}
          hint={fields.durationHint}
          value={draft.durationHours}
          problem={problems.durationHours ?? null}
          onChange={(durationHours) => {
            onChange({ durationHours });
          }}
        />
        <TextField
          label={fields.coolDown}
          kind="number"
          unit={units.hours}
          hint={fields.coolDownHint}
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
        label={fields.on}
        isChecked={draft.isOn}
        onChange={(isOn) => {
          onChange({ isOn });
        }}
      />
      {webhookHint === null ? (
        <CheckField
          label={fields.webhook}
          isChecked={draft.isWebhookSent}
          onChange={(isWebhookSent) => {
            onChange({ isWebhookSent });
          }}
        />
      ) : null}
      {mailHint === null ? (
        <CheckField
          label={fields.mail}
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
