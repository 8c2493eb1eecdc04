"use client";

import { weekdays, type Settings, type Weekday } from "@/lib/domain/settings/settings";
import { clockDraft, readClockDraft } from "@/lib/pages/settings/clock-draft";
import { TextField } from "../ui/text-field";
import { HolidaysField } from "./holidays-field";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";
import { ZoneField } from "./zone-field";

type Day = { readonly isOpen: boolean; readonly open: string; readonly close: string };
type Draft = {
  readonly week: Readonly<Record<Weekday, Day>>;
  readonly holidays: string;
  readonly timeZone: string;
};

const dayWords: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** Business hours: the SLA clock runs only then. */
export function HoursForm({ settings, actions }: { settings: Settings; actions: SettingsActions }) {
  return (
    <SettingsForm<Draft>
      title="Business hours"
      subtitle="The service clock of a case runs only while you are open. We ship Monday to Friday, 09:00 to 17:00 UTC."
      stored={draftOf(settings)}
      toChange={changeOf}
      actions={actions}
    >
      {({ draft, edit, problemAt }) => (
        <>
          <div className="grid gap-1">
            {weekdays.map((weekday) => (
              <DayRow
                key={weekday}
                name={dayWords[weekday]}
                day={draft.week[weekday]}
                problem={problemAt(`businessHours.week.${weekday}`)}
                onChange={(day) => {
                  edit({ week: { ...draft.week, [weekday]: day } });
                }}
              />
            ))}
          </div>
          <ZoneField
            label="Time zone of these hours"
            value={draft.timeZone}
            problem={problemAt("timeZone")}
            onChange={(timeZone) => {
              edit({ timeZone });
            }}
          />
          <HolidaysField
            value={draft.holidays}
            problem={problemAt("businessHours.holidays")}
            onChange={(holidays) => {
              edit({ holidays });
            }}
          />
        </>
      )}
    </SettingsForm>
  );
}

type DayRowProps = {
  name: string;
  day: Day;
  problem: string | null;
  onChange: (day: Day) => void;
};

function DayRow({ name, day, problem, onChange }: DayRowProps) {
  return (
    <div
      role="group"
      aria-label={name}
      className="flex min-h-8 flex-wrap items-start gap-x-3 gap-y-1"
    >
      <label className="inline-flex min-h-7 w-32 cursor-pointer items-center gap-1.5">
        <input
          type="checkbox"
          className="size-3.5 accent-action"
          checked={day.isOpen}
          onChange={(event) => {
            onChange({ ...day, isOpen: event.currentTarget.checked });
          }}
        />
        {name}
        <span className="sr-only"> is open</span>
      </label>
      {day.isOpen ? (
        <>
          <TextField
            label={`${name}: opens`}
            isLabelHidden
            kind="clock"
            value={day.open}
            problem={problem}
            onChange={(open) => {
              onChange({ ...day, open });
            }}
          />
          <span className="min-h-7 py-1 text-text-muted">to</span>
          <TextField
            label={`${name}: closes`}
            isLabelHidden
            kind="clock"
            value={day.close}
            onChange={(close) => {
              onChange({ ...day, close });
            }}
          />
        </>
      ) : (
        <span className="py-1 text-text-muted">closed</span>
      )}
    </div>
  );
}

function draftOf({ businessHours: { week, holidays }, timeZone }: Settings): Draft {
  const dayOf = (weekday: Weekday): Day => {
    const hours = week[weekday];
    return {
      isOpen: hours !== null,
      open: clockDraft(hours?.openMinute ?? 540),
      close: clockDraft(hours?.closeMinute ?? 1020),
    };
  };
  return { week: mapWeek(dayOf), holidays: holidays.join("\n"), timeZone };
}

function changeOf({ week, holidays, timeZone }: Draft): Partial<Settings> {
  const hoursOf = (weekday: Weekday) => {
    const { isOpen, open, close } = week[weekday];
    if (!isOpen) return null;
    return { openMinute: readClockDraft(open), closeMinute: readClockDraft(close) };
  };
  const days = holidays.split(/[\s,;]+/u).filter((day) => day !== "");
  return { businessHours: { week: mapWeek(hoursOf), holidays: days }, timeZone: timeZone.trim() };
}

function mapWeek<T>(map: (weekday: Weekday) => T): Record<Weekday, T> {
  return {
    mon: map("mon"),
    tue: map("tue"),
    wed: map("wed"),
    thu: map("thu"),
    fri: map("fri"),
    sat: map("sat"),
    sun: map("sun"),
  };
}
