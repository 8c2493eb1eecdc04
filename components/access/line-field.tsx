import { Field } from "../ui/field";

type LineFieldProps = {
  label: string;
  hint?: string;
  problem?: string | null;
  /** What the browser fills in: "username" is an e-mail address here, and a password is not shown. */
  fills: keyof typeof types;
  value: string;
  onChange: (value: string) => void;
};

const types = {
  username: "email",
  name: "text",
  off: "text",
  "current-password": "password",
  "new-password": "password",
} as const;

/** A line of a form about people, as wide as the form. */
export function LineField({ fills, value, onChange, ...field }: LineFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="min-h-7 w-full min-w-0 rounded-control border border-border-strong bg-panel px-2 aria-invalid:border-fail max-roomy:min-h-9"
          type={types[fills]}
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
