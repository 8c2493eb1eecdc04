import { Field } from "./field";

type TextFieldProps = {
  label: string;
  isLabelHidden?: boolean;
  hint?: string;
  problem?: string | null;
  value: string;
  /** The unit after the field: "days". */
  unit?: string;
  kind?: "text" | "address" | "number" | "clock";
  /** Suggested values. */
  options?: readonly string[];
  onChange: (value: string) => void;
  /** Called on Enter instead of submitting. */
  onEnter?: () => void;
};

const widths = {
  text: "w-full max-w-[280px]",
  address: "w-full",
  number: "w-20 text-right tabular-nums",
  clock: "w-16 text-center tabular-nums",
};

type TextAreaProps = Pick<TextFieldProps, "label" | "hint" | "value" | "onChange"> & {
  maxLength: number;
  placeholder?: string;
  isRequired?: boolean;
};

/** A text input of several lines. */
export function TextArea({ value, onChange, isRequired = false, ...props }: TextAreaProps) {
  const { label, hint, ...control } = props;
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(tied) => (
        <textarea
          {...tied}
          {...control}
          className="min-h-20 rounded-control border border-border-strong bg-panel px-2 py-1.5 text-text"
          value={value}
          required={isRequired}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}

/** A text input; numbers are text too, so that invalid input is kept. */
export function TextField(props: TextFieldProps) {
  const { value, unit, kind = "text", options, onChange, onEnter, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <span className="flex items-center gap-1.5">
          <input
            {...control}
            className={`min-h-7 min-w-0 rounded-control border border-border-strong bg-panel px-2 aria-invalid:border-fail max-roomy:min-h-9 ${widths[kind]}`}
            type="text"
            inputMode={kind === "number" ? "decimal" : undefined}
            autoComplete="off"
            list={options === undefined ? undefined : `${control.id}-options`}
            value={value}
            onChange={(event) => {
              onChange(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || onEnter === undefined) return;
              event.preventDefault();
              onEnter();
            }}
          />
          {unit === undefined ? null : (
            <span className="text-secondary text-text-muted" aria-hidden="true">
              {unit}
            </span>
          )}
          {options === undefined ? null : (
            <datalist id={`${control.id}-options`}>
              {options.map((option) => (
                <option key={option} value={option} />
              ))}
            </datalist>
          )}
        </span>
      )}
    </Field>
  );
}
