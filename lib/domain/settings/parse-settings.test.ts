import { describe, expect, it } from "vitest";
import { changeSettings, parseSettings } from "./parse-settings";
import { defaultSettings, type Settings } from "./settings";

const problemsOf = (value: unknown) => {
  const parsed = parseSettings(value);
  return parsed.isValid ? [] : parsed.problems;
};

describe("stored settings", () => {
  it("read as they were written", () => {
    const written: unknown = JSON.parse(JSON.stringify(defaultSettings));
    expect(parseSettings(written)).toEqual({ isValid: true, settings: defaultSettings });
  });

  it("of an earlier version keep what they say and are as shipped where they say nothing", () => {
    const { aliases, closeIdleDays, horizonDays } = defaultSettings;
    const earlier = {
      aliases: { ...aliases, caseId: ["ticket_no"] },
      sessionIdleMinutes: { chat: 45 },
      closeIdleDays,
      repeatWindowDays: 3,
      horizonDays,
    };
    const parsed = parseSettings(earlier);
    expect(parsed.isValid && parsed.settings).toEqual({
      ...defaultSettings,
      aliases: { ...aliases, caseId: ["ticket_no"] },
      sessionIdleMinutes: { ...defaultSettings.sessionIdleMinutes, chat: 45 },
      repeatWindowDays: 3,
    });
    expect(parseSettings({})).toEqual({ isValid: true, settings: defaultSettings });
  });

  it.each(["javascript:alert('{traceId}')", "data:text/html,{traceId}"])(
    "have no link to %s, whoever wrote it",
    (url) => {
      const openIn = [{ label: "Langfuse", url }];
      expect(problemsOf({ ...defaultSettings, openIn }).map(({ path }) => path)).toEqual([
        "openIn.0.url",
      ]);
    },
  );

  it("of an earlier version name the disclosure rules that are on and have none of their own", () => {
    const parsed = parseSettings({ disclosureRules: ["sms-opt-out"] });
    const disclosureRules = { on: ["sms-opt-out"], own: [] };
    expect(parsed).toEqual({ isValid: true, settings: { ...defaultSettings, disclosureRules } });
  });

  it("lose what no version of ours knows", () => {
    const parsed = parseSettings({ ...defaultSettings, colour: "green" });
    expect(parsed).toEqual({ isValid: true, settings: defaultSettings });
  });

  it.each([undefined, null, 7, "text", []])("are refused where they are %j", (value) => {
    expect(problemsOf(value)).toHaveLength(1);
  });
});

describe("a setting that cannot be", () => {
  it.each([
    [{ durableDays: -1 }, "durableDays", "0 to 365"],
    [{ durableDays: "7" }, "durableDays", "0 to 365"],
    [{ horizonDays: Number.NaN }, "horizonDays", "0.01 to 730"],
    [{ closeIdleDays: { voice: 400 } }, "closeIdleDays.voice", "0.01 to 365"],
    [{ aliases: { caseId: [""] } }, "aliases.caseId.0", "attribute key"],
    [{ aliases: { caseId: ["a", "a"] } }, "aliases.caseId", "twice"],
    [{ channelSynonyms: { fax: "fax" } }, "channelSynonyms.fax", "channel"],
    [
      { caseTypes: { refund: { horizonDays: 0 } } },
      "caseTypes.refund.horizonDays",
      "Write a number",
    ],
    [{ timeZone: "Berlin" }, "timeZone", "time zone"],
    [{ displayTimeZone: "+02:00" }, "displayTimeZone", "time zone"],
    [
      { businessHours: { week: {}, holidays: ["2026-02-30"] } },
      "businessHours.holidays.0",
      "Write a day",
    ],
    [
      { businessHours: { week: { mon: { openMinute: 600, closeMinute: 600 } } } },
      "businessHours.week.mon",
      "before the closing",
    ],
    [{ costRates: { currency: "euro" } }, "costRates.currency", "three letters"],
  ])("is told by its place and a sentence: %j", (value, path, sentence) => {
    const problems = problemsOf(value);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toBe(path);
    expect(problems[0]?.message).toContain(sentence);
  });
});

describe("a change of settings that contradicts itself", () => {
  const names = { Voice: "voice", voice: "chat" } as const;
  it.each([
    [{ channelSynonyms: names }, "channelSynonyms.voice", /“Voice” and “voice” .*two channels/u],
    [
      { aliases: { caseId: ["ticket"], customerId: ["crm", "ticket"] } },
      "aliases.customerId",
      /“ticket” .*another field/u,
    ],
  ])("is refused with one sentence at its field: %j", (change, path, problem) => {
    expect(changeSettings(defaultSettings, change)).toEqual({
      isValid: false,
      problems: [{ path, message: expect.stringMatching(problem) as string }],
    });
  });

  it("is none where two spellings mean the same, or where it was stored before and is not touched", () => {
    const same = { channelSynonyms: { Voice: "voice", voice: "voice" } };
    expect(changeSettings(defaultSettings, same).isValid).toBe(true);
    const stored: Settings = { ...defaultSettings, channelSynonyms: names };
    expect(parseSettings(stored).isValid).toBe(true);
    expect(changeSettings(stored, { durableDays: 3 }).isValid).toBe(true);
  });
});
