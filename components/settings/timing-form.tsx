"use client";

import { channels, type Channel } from "@/lib/domain/trace/channel";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { numberDraft, requireNumberDraft } from "@/lib/pages/settings/number-draft";
import { channelWords } from "@/lib/format/wording";
import { ChannelLabel } from "../case/channel-label";
import { TextField } from "../ui/text-field";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";

type ByChannel = Readonly<Record<Channel, string>>;
type Draft = {
  readonly idle: ByChannel;
  readonly pause: ByChannel;
  readonly close: ByChannel;
  readonly repeatWindowDays: string;
  readonly durableDays: string;
  readonly horizonDays: string;
};

const windows = [
  {
    name: "repeatWindowDays",
    label: "Repeat window",
    hint: `The same customer with the same issue within so many days makes the case before a repeat, on whatever channel. We ship ${String(defaultSettings.repeatWindowDays)}.`,
  },
  {
    name: "durableDays",
    label: "Must stay closed for",
    hint: `Only then does a closed case count as resolved. We ship ${String(defaultSettings.durableDays)}.`,
  },
  {
    name: "horizonDays",
    label: "Horizon",
    hint: `A case still open so long after it was opened counts as “never closed”; case types may have their own. We ship ${String(defaultSettings.horizonDays)}.`,
  },
] as const;

/** Timeouts after which contacts end, cases close and outcomes become final. */
export function TimingForm({
  settings,
  actions,
}: {
  settings: Settings;
  actions: SettingsActions;
}) {
  return (
    <SettingsForm<Draft>
      title="Contacts, closing and maturity"
      subtitle="When a silence ends a contact, when a case that nobody closed counts as ended, and when an outcome stands."
      stored={draftOf(settings)}
      toChange={changeOf}
      actions={actions}
    >
      {({ draft, edit, problemAt }) => (
        <>
          <div className="relative overflow-x-auto">
            <table className="min-w-[440px] border-collapse">
              <thead>
                <tr className="border-b border-border text-left text-secondary text-text-muted">
                  <th scope="col" className="py-1 pr-6 align-bottom font-semibold">
                    Channel
                  </th>
                  <th scope="col" className="max-w-[200px] py-1 pr-6 align-bottom font-semibold">
                    A longer silence begins a new contact
                  </th>
                  <th scope="col" className="max-w-[200px] py-1 pr-6 align-bottom font-semibold">
                    A longer pause of one session begins one, too
                  </th>
                  <th scope="col" className="max-w-[200px] py-1 align-bottom font-semibold">
                    Silent for so long, a case counts as ended
                  </th>
                </tr>
              </thead>
              <tbody>
                {channels.map((channel) => (
                  <tr key={channel} className="border-b border-border last:border-0">
                    <th scope="row" className="py-1 pr-6 text-left font-normal">
                      <ChannelLabel channel={channel} />
                    </th>
                    <td className="py-1 pr-6">
                      <TextField
                        label={`${channelWords[channel]}: minutes of silence that begin a new contact`}
                        isLabelHidden
                        kind="number"
                        unit="minutes"
                        value={draft.idle[channel]}
                        problem={problemAt(`sessionIdleMinutes.${channel}`)}
                        onChange={(value) => {
                          edit({ idle: { ...draft.idle, [channel]: value } });
                        }}
                      />
                    </td>
                    <td className="py-1 pr-6">
                      <TextField
                        label={`${channelWords[channel]}: days of pause in one session that begin a new contact`}
                        isLabelHidden
                        kind="number"
                        unit="days"
                        value={draft.pause[channel]}
                        problem={problemAt(`sessionPauseDays.${channel}`)}
                        onChange={(value) => {
                          edit({ pause: { ...draft.pause, [channel]: value } });
                        }}
                      />
                    </td>
                    <td className="py-1">
                      <TextField
                        label={`${channelWords[channel]}: days of silence after which a case counts as ended`}
                        isLabelHidden
                        kind="number"
                        unit="days"
                        value={draft.close[channel]}
                        problem={problemAt(`closeIdleDays.${channel}`)}
                        onChange={(value) => {
                          edit({ close: { ...draft.close, [channel]: value } });
                        }}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="text-secondary text-text-faint">
            We ship 30 minutes; a day, a fortnight for email; and 3 days, 5 for email and social. A
            call, and a contact with an id of its own, is never cut: there the silence only tells a
            word after the closing from a reopening. A session’s or conversation’s id is often the
            phone number itself, so only the pause cuts it.
          </p>
          {windows.map(({ name, label, hint }) => (
            <TextField
              key={name}
              label={label}
              hint={hint}
              kind="number"
              unit="days"
              value={draft[name]}
              problem={problemAt(name)}
              onChange={(value) => {
                edit({ [name]: value });
              }}
            />
          ))}
        </>
      )}
    </SettingsForm>
  );
}

function draftOf(settings: Settings): Draft {
  return {
    idle: mapChannels(settings.sessionIdleMinutes, numberDraft),
    pause: mapChannels(settings.sessionPauseDays, numberDraft),
    close: mapChannels(settings.closeIdleDays, numberDraft),
    repeatWindowDays: numberDraft(settings.repeatWindowDays),
    durableDays: numberDraft(settings.durableDays),
    horizonDays: numberDraft(settings.horizonDays),
  };
}

function changeOf(draft: Draft): Partial<Settings> {
  return {
    sessionIdleMinutes: mapChannels(draft.idle, requireNumberDraft),
    sessionPauseDays: mapChannels(draft.pause, requireNumberDraft),
    closeIdleDays: mapChannels(draft.close, requireNumberDraft),
    repeatWindowDays: requireNumberDraft(draft.repeatWindowDays),
    durableDays: requireNumberDraft(draft.durableDays),
    horizonDays: requireNumberDraft(draft.horizonDays),
  };
}

function mapChannels<From, To>(
  values: Readonly<Record<Channel, From>>,
  map: (value: From) => To,
): Record<Channel, To> {
  const { voice, chat, email, sms, social, in_app, unknown } = values;
  return {
    voice: map(voice),
    chat: map(chat),
    email: map(email),
    sms: map(sms),
    social: map(social),
    in_app: map(in_app),
    unknown: map(unknown),
  };
}
