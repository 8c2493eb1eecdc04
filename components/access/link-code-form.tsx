import { buttonClasses } from "../ui/button-classes";
import { Field } from "../ui/field";

type LinkCodeFormProps = { follow: (form: FormData) => void; isPending: boolean };

/** Asks for the link as text; works without JavaScript. */
export function LinkCodeForm({ follow, isPending }: LinkCodeFormProps) {
  return (
    <form className="grid gap-3" action={follow}>
      <Field label="Link" hint="Paste the whole link that you were given.">
        {(control) => (
          <input
            {...control}
            className="min-h-7 w-full min-w-0 rounded-control border border-border-strong bg-panel px-2 max-roomy:min-h-9"
            type="text"
            name="code"
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            required
          />
        )}
      </Field>
      <button
        type="submit"
        className={`${buttonClasses.primary} cursor-pointer justify-self-start`}
        disabled={isPending}
      >
        {isPending ? "Opening the link …" : "Open the link"}
      </button>
    </form>
  );
}
