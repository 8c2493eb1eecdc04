import type { SettingsProblem } from "./parse-settings";
import type { Settings } from "./settings";

/** The members of the settings that a change replaces: as they were read, and as they are to be. */
export type ChangedSettings = {
  readonly before: Partial<Settings>;
  readonly after: Partial<Settings>;
};

/** Settings that were planned from those in force. */
export type PlannedSettings =
  | { readonly isValid: true; readonly before: Settings; readonly after: Settings }
  | { readonly isValid: false; readonly problems: readonly SettingsProblem[] };

/** Reduces two versions of some members of the settings to those that differ. */
export function changedSettings(
  before: Partial<Settings>,
  after: Partial<Settings>,
): ChangedSettings {
  const names = (Object.keys(after) as (keyof Settings)[]).filter(
    (name) => !isEqual(before[name], after[name]),
  );
  const pick = (settings: Partial<Settings>): Partial<Settings> =>
    Object.fromEntries(names.map((name) => [name, settings[name]]));
  return { before: pick(before), after: pick(after) };
}

/** Whether these members still have the values that were read. */
export function areUnchanged(settings: Settings, members: Partial<Settings>): boolean {
  return Object.entries(members).every(([name, value]) =>
    isEqual(settings[name as keyof Settings], value),
  );
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
