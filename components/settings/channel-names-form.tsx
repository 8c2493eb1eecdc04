"use client";

import { useState } from "react";
import { channels, channelWord, type Channel } from "@/lib/domain/trace/channel";
import type { Settings } from "@/lib/domain/settings/settings";
import type { SettingsSuggestions } from "@/lib/domain/settings/settings-suggestions";
import { formatCounted } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";
import { buttonClasses } from "../ui/button-classes";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import type { SettingsActions } from "./settings-actions";
import { AddButton } from "./add-button";
import { SettingsForm } from "./settings-form";

type Draft = { readonly names: Settings["channelSynonyms"] };

type ChannelNamesFormProps = {
  settings: Settings;
  suggestions: SettingsSuggestions;
  actions: SettingsActions;
};

const options = channels.map((channel) => ({ value: channel, label: channelWords[channel] }));

/** Maps exporters' channel names to channels. */
export function ChannelNamesForm({ settings, suggestions, actions }: ChannelNamesFormProps) {
  return (
    <SettingsForm<Draft>
      title="Channel names"
      subtitle="We know the usual words: phone, webchat, e-mail, text, whatsapp and the like. A word of your own stands here, and goes before ours."
      stored={{ names: settings.channelSynonyms }}
      toChange={({ names }) => ({ channelSynonyms: names })}
      actions={actions}
    >
      {({ draft: { names }, edit, problemAt }) => {
        const add = (word: string, channel: Channel) => {
          edit({ names: { ...names, [word]: channel } });
        };
        const unknown = suggestions.channelWords.filter(({ word }) => !Object.hasOwn(names, word));
        return (
          <>
            {Object.entries(names).map(([word, channel]) => (
              <div key={word} className="flex flex-wrap items-center gap-2">
                <span className="max-w-[220px] truncate font-mono" title={word}>
                  {word}
                </span>
                <span className="text-text-muted">is</span>
                <SelectField
                  label={`The channel that ${word} is`}
                  isLabelHidden
                  value={channel}
                  options={options}
                  problem={problemAt(`channelSynonyms.${word}`)}
                  onChange={(chosen) => {
                    add(word, chosen);
                  }}
                />
                <button
                  type="button"
                  className={`${buttonClasses.quiet} cursor-pointer`}
                  onClick={() => {
                    edit({ names: without(names, word) });
                  }}
                >
                  Remove<span className="sr-only"> {word}</span>
                </button>
              </div>
            ))}
            {unknown.length === 0 ? null : (
              <p className="text-secondary text-text-muted">
                Seen in the data and not understood:{" "}
                {unknown
                  .map(({ word, spans }) => `${word} (${formatCounted(spans, "span")})`)
                  .join(", ")}
                .
              </p>
            )}
            <NewName
              suggestions={unknown.map(({ word }) => word)}
              problem={problemAt("channelSynonyms")}
              onAdd={add}
            />
          </>
        );
      }}
    </SettingsForm>
  );
}

type NewNameProps = {
  suggestions: readonly string[];
  problem: string | null;
  onAdd: (word: string, channel: Channel) => void;
};

function NewName({ suggestions, problem, onAdd }: NewNameProps) {
  const [typed, setTyped] = useState("");
  const [channel, setChannel] = useState<Channel>("voice");
  const word = channelWord(typed);
  const add = () => {
    if (word === "") return;
    onAdd(word, channel);
    setTyped("");
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextField
        label="A word for a channel"
        value={typed}
        options={suggestions}
        problem={problem}
        onChange={setTyped}
        onEnter={add}
      />
      <SelectField label="is" value={channel} options={options} onChange={setChannel} />
      <AddButton thing="the channel name" typed={word} onAdd={add} />
    </div>
  );
}

function without(names: Settings["channelSynonyms"], word: string): Settings["channelSynonyms"] {
  return Object.fromEntries(Object.entries(names).filter(([each]) => each !== word));
}
