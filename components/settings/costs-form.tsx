"use client";

import { channels, type Channel } from "@/lib/domain/trace/channel";
import type { Settings } from "@/lib/domain/settings/settings";
import { numberDraft, readNumberDraft } from "@/lib/pages/settings/number-draft";
import { channelWords } from "@/lib/format/wording";
import { TextField } from "../ui/text-field";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";

type Draft = {
  readonly currency: string;
  readonly perAiTouchpoint: string;
  readonly perHumanMinute: string;
} & Readonly<Record<Channel, string>>;

/** Cost rates per touchpoint. */
export function CostsForm({ settings, actions }: { settings: Settings; actions: SettingsActions }) {
  return (
    <SettingsForm<Draft>
      title="Cost rates"
      subtitle="From these the cost of a resolution is worked out. What is left empty is not known, and then no cost is stated; we ship none."
      stored={draftOf(settings)}
      toChange={changeOf}
      actions={actions}
    >
      {({ draft, edit, problemAt }) => {
        const rate = (name: keyof Draft, label: string, path: string) => (
          <TextField
            key={name}
            label={label}
            kind="number"
            unit={draft.currency}
            value={draft[name]}
            problem={problemAt(`costRates.${path}`)}
            onChange={(value) => {
              edit({ [name]: value });
            }}
          />
        );
        return (
          <>
            <TextField
              label="Currency"
              hint="Its three letters. Nothing is converted."
              value={draft.currency}
              problem={problemAt("costRates.currency")}
              onChange={(currency) => {
                edit({ currency });
              }}
            />
            <div className="flex flex-wrap gap-x-6 gap-y-3">
              {rate("perAiTouchpoint", "A contact answered by AI", "perAiTouchpoint")}
              {rate("perHumanMinute", "A minute of a human agent", "perHumanMinute")}
            </div>
            <fieldset className="grid min-w-0 gap-1">
              <legend className="text-secondary text-text-muted">
                What the channel itself charges for a contact
              </legend>
              <div className="flex flex-wrap gap-x-6 gap-y-3 pt-1">
                {channels.map((channel) =>
                  rate(channel, channelWords[channel], `perTouchpoint.${channel}`),
                )}
              </div>
            </fieldset>
          </>
        );
      }}
    </SettingsForm>
  );
}

function draftOf({
  costRates: { currency, perAiTouchpoint, perHumanMinute, ...rates },
}: Settings): Draft {
  const { voice, chat, email, sms, social, in_app, unknown } = rates.perTouchpoint;
  return {
    currency,
    perAiTouchpoint: numberDraft(perAiTouchpoint),
    perHumanMinute: numberDraft(perHumanMinute),
    voice: numberDraft(voice),
    chat: numberDraft(chat),
    email: numberDraft(email),
    sms: numberDraft(sms),
    social: numberDraft(social),
    in_app: numberDraft(in_app),
    unknown: numberDraft(unknown),
  };
}

function changeOf({
  currency,
  perAiTouchpoint,
  perHumanMinute,
  ...rates
}: Draft): Partial<Settings> {
  return {
    costRates: {
      currency: currency.trim().toUpperCase(),
      perAiTouchpoint: readNumberDraft(perAiTouchpoint),
      perHumanMinute: readNumberDraft(perHumanMinute),
      perTouchpoint: {
        voice: readNumberDraft(rates.voice),
        chat: readNumberDraft(rates.chat),
        email: readNumberDraft(rates.email),
        sms: readNumberDraft(rates.sms),
        social: readNumberDraft(rates.social),
        in_app: readNumberDraft(rates.in_app),
        unknown: readNumberDraft(rates.unknown),
      },
    },
  };
}
