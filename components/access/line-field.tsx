import { Field } from "../ui/field";
import { splitNames } from "./split-names";

type LineFieldProps = {
  label: string;
  /** The field's name where the form is submitted without JavaScript. */
  name?: string;
  hint?: string;
  problem?: string | null;
  /** The autocomplete token; it also decides the input's type ("username" is an e-mail address). */
  fills: keyof typeof types;
  /** Suggested names; several are separated by commas. */
  names?: readonly string[];
  /** Controlled value; absent: uncontrolled, so that what was typed before hydration stays. */
  value?: string;
  onChange?: (value: string) => void;
  /** The default value of an uncontrolled field. */
  initial?: string;
};

const types = {
  username: "email",
  name: "text",
  off: "text",
  "current-password": "password",
  "new-password": "password",
} as const;

/** A full-width text input of an access form. */
export function LineField({
  name,
  fills,
  names,
  value,
  onChange,
  initial,
  ...field
}: LineFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <>
          <input
            {...control}
            className="min-h-7 w-full min-w-0 rounded-control border border-border-strong bg-panel px-2 aria-invalid:border-fail max-roomy:min-h-9"
            type={types[fills]}
            name={name}
            autoComplete={fills}
            list={names === undefined ? undefined : `${control.id}-names`}
            required
            value={value}
            defaultValue={initial}
            onChange={(event) => {
              onChange?.(event.currentTarget.value);
            }}
          />
          {names === undefined ? null : (
            <datalist id={`${control.id}-names`}>
              {listedNames(value ?? "", names).map((option) => (
                <option key={option} value={option} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/**
 * "a, b" with the names a and c → "a, c": the complete names typed so far, with each name not yet among
 * them.
 */
function listedNames(value: string, names: readonly string[]): string[] {
  const typed = splitNames(value.slice(0, value.lastIndexOf(",") + 1));
  return names.filter((name) => !typed.includes(name)).map((name) => [...typed, name].join(", "));
}
