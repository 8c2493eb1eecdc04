import { ownEntry } from "@/lib/domain/own-entry";
import { useState } from "react";
import type { Settings } from "@/lib/domain/settings/settings";
import type { RoleSuggestion } from "@/lib/domain/settings/settings-suggestions";
import { speakers, type Speaker } from "@/lib/domain/trace/reading";
import { roleWord } from "@/lib/domain/trace/speaker";
import { formatCounted } from "@/lib/format/format";
import { speakerNames } from "@/lib/format/wording";
import { buttonClasses } from "../ui/button-classes";
import { MaskedText } from "../ui/masked-text";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import { AddButton } from "./add-button";

type Speakers = Settings["roleSpeakers"];

type RoleSpeakersProps = {
  speakers: Speakers;
  /** Roles in the data that nobody knows. */
  unknown: readonly RoleSuggestion[];
  problemAt: (path: string) => string | null;
  onChange: (speakers: Speakers) => void;
};

const options = speakers.map((speaker) => ({ value: speaker, label: speakerNames[speaker] }));

/** Says who speaks in roles that no convention knows. */
export function RoleSpeakers({ speakers: given, unknown, problemAt, onChange }: RoleSpeakersProps) {
  const [typed, setTyped] = useState("");
  const role = roleWord(typed);
  const set = (each: string, speaker: Speaker) => {
    onChange({ ...given, [each]: speaker });
  };
  const add = () => {
    if (role === "") return;
    set(role, ownEntry(given, role) ?? "customer");
    setTyped("");
  };
  return (
    <div role="group" aria-label="Roles" className="grid gap-2">
      <p className="text-secondary font-semibold text-text-muted">Roles</p>
      {Object.entries(given).map(([each, speaker]) => (
        <div key={each} className="flex flex-wrap items-center gap-2">
          <span className="max-w-[220px] truncate font-mono" title={each}>
            {each}
          </span>
          <span className="text-text-muted">is</span>
          <SelectField
            label={`Who ${each} is`}
            isLabelHidden
            value={speaker}
            options={options}
            problem={problemAt(`roleSpeakers.${each}`)}
            onChange={(chosen) => {
              set(each, chosen);
            }}
          />
          <button
            type="button"
            className={`${buttonClasses.quiet} cursor-pointer`}
            onClick={() => {
              onChange(
                Object.fromEntries(Object.entries(given).filter(([other]) => other !== each)),
              );
            }}
          >
            Remove<span className="sr-only"> {each}</span>
          </button>
        </div>
      ))}
      {unknown.length === 0 ? null : (
        <ul className="grid gap-1 text-secondary text-text-muted">
          {unknown.map(({ role: each, messages, example }) => (
            <li key={each} className="flex flex-wrap items-center gap-2">
              <button
                type="button"
                className={`${buttonClasses.default} cursor-pointer`}
                onClick={() => {
                  set(each, "customer");
                }}
              >
                Say who <code>{each}</code> is
              </button>
              <span>
                shown as the agent in {formatCounted(messages, "message")}: “
                <MaskedText text={example} />”
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label="A role"
          value={typed}
          options={unknown.map((each) => each.role)}
          problem={problemAt("roleSpeakers")}
          onChange={setTyped}
          onEnter={add}
        />
        <AddButton thing="the role" typed={role} onAdd={add} />
      </div>
    </div>
  );
}
