import { expect, it } from "vitest";
import { areUnchanged, changedSettings } from "./changed-settings";
import { defaultSettings } from "./settings";

it("leaves out what a form sent as it was, so that it stays what somebody else made of it", () => {
  const { durableDays, repeatWindowDays } = defaultSettings;
  const shown = { durableDays, repeatWindowDays };
  const edited = { ...shown, repeatWindowDays: repeatWindowDays + 4 };
  const changed = changedSettings(shown, edited);
  expect(changed).toEqual({
    before: { repeatWindowDays },
    after: { repeatWindowDays: repeatWindowDays + 4 },
  });
  const meanwhile = { ...defaultSettings, durableDays: durableDays + 5 };
  expect(areUnchanged(meanwhile, changed.before)).toBe(true);
});
