import { CheckField } from "../ui/check-field";
import { TextField } from "../ui/text-field";
import { KeyList } from "./key-list";
import type { PersonaDraft } from "./persona-draft";
import type { SettingsFormApi } from "./settings-form";

const counts = [
  {
    name: "sameAnswers",
    label: "The agent has said the same so often",
    hint: "Empty: that does not matter.",
    unit: "times",
  },
  {
    name: "mostAnswers",
    label: "The agent has answered so often in one contact",
    hint: "Empty: there is no limit.",
    unit: "answers",
  },
  {
    name: "graceAnswers",
    label: "Answers that may still be given then",
    hint: "More is late.",
    unit: "answers",
  },
] as const;

/** When an AI agent must escalate to a human. */
export function EscalationFields({
  form: { draft, edit, problemAt },
}: {
  form: SettingsFormApi<PersonaDraft>;
}) {
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <legend className="pb-1 text-secondary font-semibold text-text-muted">
        An AI agent passes the customer on to a person when
      </legend>
      <div className="grid gap-1">
        <CheckField
          label="the customer asks for one"
          isChecked={draft.isOnRequest}
          onChange={(isOnRequest) => {
            edit({ isOnRequest });
          }}
        />
        <CheckField
          label="the customer is angry"
          isChecked={draft.isOnAnger}
          onChange={(isOnAnger) => {
            edit({ isOnAnger });
          }}
        />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {counts.map(({ name, ...field }) => (
          <TextField
            key={name}
            {...field}
            kind="number"
            value={draft[name]}
            problem={problemAt(`persona.terms.escalation.${name}`)}
            onChange={(value) => {
              edit({ [name]: value });
            }}
          />
        ))}
      </div>
      <KeyList
        label="The customer speaks of"
        what="topic"
        keys={draft.topics}
        suggestions={[]}
        problem={problemAt("persona.terms.escalation.topics")}
        onChange={(topics) => {
          edit({ topics });
        }}
      />
    </fieldset>
  );
}
