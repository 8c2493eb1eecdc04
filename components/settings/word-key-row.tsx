import type { WordsReading } from "@/lib/domain/settings/settings";
import { buttonClasses } from "../ui/button-classes";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

const options = [
  { value: "customer", label: "the customer’s words" },
  { value: "agent", label: "the agent’s words" },
  { value: "role", label: "messages, with their role in another key" },
] as const satisfies readonly { value: WordsReading["by"]; label: string }[];

type WordKeyRowProps = {
  name: string;
  reading: WordsReading;
  /** Keys that may have the role. */
  roleKeys: readonly string[];
  problem: string | null;
  onChange: (reading: WordsReading) => void;
  onRemove: () => void;
};

/** How the text under one key is read. */
export function WordKeyRow(props: WordKeyRowProps) {
  const { name, reading, roleKeys, problem, onChange, onRemove } = props;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="max-w-[260px] truncate font-mono" title={name}>
        {name}
      </span>
      <span className="text-text-muted">is</span>
      <SelectField
        label={`What ${name} is`}
        isLabelHidden
        value={reading.by}
        options={options}
        problem={reading.by === "role" ? null : problem}
        onChange={(by) => {
          onChange(by === "role" ? { by, roleKey: roleKeys[0] ?? "" } : { by });
        }}
      />
      {reading.by === "role" ? (
        <TextField
          label={`The key of the role of ${name}`}
          isLabelHidden
          value={reading.roleKey}
          options={roleKeys}
          problem={problem}
          onChange={(roleKey) => {
            onChange({ by: "role", roleKey });
          }}
        />
      ) : null}
      <button type="button" className={`${buttonClasses.quiet} cursor-pointer`} onClick={onRemove}>
        Remove<span className="sr-only"> {name}</span>
      </button>
    </div>
  );
}
