import { Field } from "./field";

type SecretFieldProps = {
  label: string;
  hint?: string;
  problem?: string | null;
  /** What the browser's password keeper fills in. */
  fills: "current-password" | "new-password";
  value: string;
  onChange: (value: string) => void;
};

/** A line to type a password in; what is typed is not shown. */
export function SecretField({ fills, value, onChange, ...field }: SecretFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="min-h-7 w-full min-w-0 rounded-control border border-border-strong bg-panel px-2 aria-invalid:border-fail max-roomy:min-h-9"
          type="password"
          autoComplete={fills}
          required
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
