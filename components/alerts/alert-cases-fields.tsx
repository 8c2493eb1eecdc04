import type { AlertDraft } from "@/lib/pages/alerts/alert-draft";
import type { AlertFormModel } from "@/lib/pages/alerts/alerts-model";
import { alsoFiltered, fields } from "@/lib/pages/alerts/words/form";
import { SelectField } from "../ui/select-field";

type AlertCasesFieldsProps = {
  form: AlertFormModel;
  draft: AlertDraft;
  onChange: (changed: Partial<AlertDraft>) => void;
};

/** The cases that a rule is about. */
export function AlertCasesFields({ form, draft, onChange }: AlertCasesFieldsProps) {
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <SelectField
        label={fields.window}
        value={draft.window}
        options={form.windows}
        onChange={(window) => {
          onChange({ window });
        }}
      />
      {form.facets.map(({ value: name, label, options }) => (
        <SelectField
          key={name}
          label={label}
          value={draft.facets[name] ?? ""}
          options={options}
          onChange={(value) => {
            onChange({ facets: { ...draft.facets, [name]: value } });
          }}
        />
      ))}
      {form.othersWords === "" ? null : (
        <p className="self-end text-secondary text-text-muted">{alsoFiltered(form.othersWords)}</p>
      )}
    </div>
  );
}
