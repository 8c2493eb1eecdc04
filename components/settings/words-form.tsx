"use client";

import { useState } from "react";
import type { Settings, WordsReading } from "@/lib/domain/settings/settings";
import type { WordsSuggestions } from "@/lib/domain/settings/settings-suggestions";
import { WordKeyLabel, wrappingClasses } from "../layout/word-key-label";
import { buttonClasses } from "../ui/button-classes";
import { TextField } from "../ui/text-field";
import { AddButton } from "./add-button";
import { RoleSpeakers } from "./role-speakers";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";
import { WordKeyRow } from "./word-key-row";
import { WordsExample } from "./words-example";

type WordsDraft = Pick<Settings, "wordKeys" | "roleSpeakers">;

type WordsFormProps = {
  settings: Settings;
  suggestions: WordsSuggestions;
  /** A key offered as words, to be saved; null: none. */
  wordKey: string | null;
  /** A role offered to say the speaker of; null: none. */
  role: string | null;
  actions: SettingsActions;
};

/** The attribute keys that carry words, and who speaks in roles that nobody knows. */
export function WordsForm({ settings, suggestions, wordKey, role, actions }: WordsFormProps) {
  const { wordKeys, roleSpeakers } = settings;
  const { keys, roles } = suggestions.unread;
  const guessOf = (key: string): WordsReading =>
    keys.find((each) => each.key === key)?.guess ?? { by: "customer" };
  return (
    <SettingsForm<WordsDraft>
      title="Words and roles"
      subtitle="The words of the known conventions are always read, and go before these. Here stand attributes of your own with text that somebody said, and roles that we don’t know."
      stored={{ wordKeys, roleSpeakers }}
      begun={{
        wordKeys: wordKey === null ? wordKeys : { [wordKey]: guessOf(wordKey), ...wordKeys },
        roleSpeakers: role === null ? roleSpeakers : { [role]: "customer", ...roleSpeakers },
      }}
      toChange={(draft) => draft}
      actions={actions}
    >
      {({ draft, edit, problemAt }) => {
        const set = (key: string, reading: WordsReading) => {
          edit({ wordKeys: { ...draft.wordKeys, [key]: reading } });
        };
        const unread = keys.filter(({ key }) => !Object.hasOwn(draft.wordKeys, key));
        return (
          <>
            {Object.entries(draft.wordKeys).map(([key, reading]) => (
              <WordKeyRow
                key={key}
                name={key}
                reading={reading}
                roleKeys={keys.find((each) => each.key === key)?.roleKeys ?? []}
                problem={problemAt(`wordKeys.${key}`)}
                onChange={(chosen) => {
                  set(key, chosen);
                }}
                onRemove={() => {
                  edit({ wordKeys: without(draft.wordKeys, key) });
                }}
              />
            ))}
            <WordsExample examples={suggestions.examples} draft={draft} />
            {unread.length === 0 ? null : (
              <div className="grid gap-1.5">
                <p className="text-secondary text-text-muted">
                  Text that nothing reads, in spans without words:
                </p>
                <ul className="flex flex-wrap gap-2">
                  {unread.map((suggestion) => (
                    <li key={suggestion.key} className="max-w-full">
                      <button
                        type="button"
                        className={`${buttonClasses.default} ${wrappingClasses} cursor-pointer`}
                        onClick={() => {
                          set(suggestion.key, guessOf(suggestion.key));
                        }}
                      >
                        <WordKeyLabel suggestion={suggestion} />
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <NewKey
              problem={problemAt("wordKeys")}
              suggestions={unread.map(({ key }) => key)}
              onAdd={(key) => {
                if (!Object.hasOwn(draft.wordKeys, key)) set(key, guessOf(key));
              }}
            />
            <RoleSpeakers
              speakers={draft.roleSpeakers}
              unknown={roles.filter((each) => !Object.hasOwn(draft.roleSpeakers, each.role))}
              problemAt={problemAt}
              onChange={(changed) => {
                edit({ roleSpeakers: changed });
              }}
            />
          </>
        );
      }}
    </SettingsForm>
  );
}

type NewKeyProps = {
  suggestions: readonly string[];
  problem: string | null;
  onAdd: (key: string) => void;
};

function NewKey({ suggestions, problem, onAdd }: NewKeyProps) {
  const [typed, setTyped] = useState("");
  const key = typed.trim();
  const add = () => {
    if (key === "") return;
    onAdd(key);
    setTyped("");
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextField
        label="A key with words"
        value={typed}
        options={suggestions}
        problem={problem}
        onChange={setTyped}
        onEnter={add}
      />
      <AddButton thing="the key with words" typed={key} onAdd={add} />
    </div>
  );
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
