import { Field } from "../ui/field";
import { splitNames } from "./split-names";

type LineFieldProps = {
  label: string;
  /** What a form that is sent without a script calls it. */
  name?: string;
  hint?: string;
  problem?: string | null;
  /** What the browser fills in: "username" is an e-mail address here, and a password is not shown. */
  fills: keyof typeof types;
  /** Names that are offered while one types; several are typed with commas between them. */
  names?: readonly string[];
  /** What it holds; absent: the form reads it, and what was typed before the page's scripts came stays. */
  value?: string;
  onChange?: (value: string) => void;
  /** What it then begins with, and holds again when the form was answered. */
  initial?: string;
};

const types = {
  username: "email",
  name: "text",
  off: "text",
  "current-password": "password",
  "new-password": "password",
} as const;

/** A line of a form about people, as wide as the form. */
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

/** What was typed up to its last comma, with each of the names that are not in it yet. */
function listedNames(value: string, names: readonly string[]): string[] {
  const typed = splitNames(value.slice(0, value.lastIndexOf(",") + 1));
  return names.filter((name) => !typed.includes(name)).map((name) => [...typed, name].join(", "));
}
