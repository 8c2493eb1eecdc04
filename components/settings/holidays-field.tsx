import { Field } from "../ui/field";

type HolidaysFieldProps = {
  value: string;
  problem: string | null;
  onChange: (value: string) => void;
};

/** Days, one a line. */
export function HolidaysField({ value, problem, onChange }: HolidaysFieldProps) {
  return (
    <Field
      label="Holidays"
      hint="Days on which you are closed all the same, one a line, like 2026-12-25. We ship none."
      problem={problem}
    >
      {(control) => (
        <textarea
          {...control}
          className="w-full max-w-[280px] rounded-control border border-border-strong bg-panel px-2 py-1 tabular-nums aria-invalid:border-fail"
          rows={3}
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
