import { Field } from "./field";

type SelectFieldProps<Value extends string> = {
  label: string;
  isLabelHidden?: boolean;
  hint?: string;
  problem?: string | null;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
};

/** A labelled select. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { value, options, onChange, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          className="min-h-7 max-w-full justify-self-start rounded-control border border-border-strong bg-panel px-1.5 aria-invalid:border-fail max-roomy:min-h-9"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
