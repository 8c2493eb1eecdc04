import { z } from "zod";
import { severities } from "../disclosures/severity";
import { disclosureRuleSettingsSchema } from "../disclosures/rule-settings";
import { channels, type Channel } from "../trace/channel";
import { findContradictions } from "./find-contradictions";
import { identityFields } from "../trace/identity";
import { speakers } from "../trace/reading";
import { linkTemplatesSchema } from "./link-template-schema";
import { noteToolsSchema, personaSchema } from "./persona-schema";
import { defaultSettings, usualCaseType, weekdays, type Settings } from "./settings";

const grouped = new Intl.NumberFormat("en");

/** An invalid value: its path ("closeIdleDays.voice"), and a sentence for a person. */
export type SettingsProblem = { readonly path: string; readonly message: string };

export type ParsedSettings =
  | { readonly isValid: true; readonly settings: Settings }
  | { readonly isValid: false; readonly problems: readonly SettingsProblem[] };

const keys = z
  .array(words("an attribute key", 200))
  .max(50, { error: "Up to 50 keys a field are tried." })
  .refine((all) => new Set(all).size === all.length, { error: "A key stands here twice." })
  .readonly();
const wordsReading = z.discriminatedUnion("by", [
  z.object({ by: z.enum(["customer", "agent"]) }),
  z.object({ by: z.literal("role"), roleKey: words("the key of the role", 200) }),
]);
const days = amount(0, 365, "days");
const someDays = amount(0.01, 730, "days");
const noTime = "Write a time like 09:00, up to 24:00.";
const minute = z.int({ error: noTime }).min(0, { error: noTime }).max(1440, { error: noTime });
const hours = z
  .object({ openMinute: minute, closeMinute: minute })
  .refine(({ openMinute, closeMinute }) => openMinute < closeMinute, {
    error: "The opening hour must come before the closing hour.",
  });
const keptError = "Write a whole number of days from 1 to 36,500, or nothing to keep it for good.";
const kept = z
  .int({ error: keptError })
  .min(1, { error: keptError })
  .max(36_500, { error: keptError })
  .nullable()
  .default(null);
const originalsError = "Write a whole number of days from 1 to 365, or nothing to keep none.";
const originalsKept = z
  .int({ error: originalsError })
  .min(1, { error: originalsError })
  .max(365, { error: originalsError })
  .nullable()
  .default(null);
const rate = amount(0, 1_000_000, "the currency").nullable().default(null);
const zone = z.string().refine(isTimeZone, {
  error: "This is no time zone we know. Write one like Europe/Berlin, or UTC.",
});

const caseType = z.object({
  horizonDays: someDays.nullable().default(usualCaseType.horizonDays),
  isFirstContactResolvable: z.boolean().default(usualCaseType.isFirstContactResolvable),
  resolveWithinBusinessHours: amount(0.01, 10_000, "hours")
    .nullable()
    .default(usualCaseType.resolveWithinBusinessHours),
});

const businessHours = z.object({
  week: z.object(
    byName(weekdays, (day) => hours.nullable().default(defaultSettings.businessHours.week[day])),
  ),
  holidays: z
    .array(z.iso.date({ error: "Write a day like 2026-12-25." }))
    .max(1000, { error: "Up to 1,000 holidays are kept." })
    .readonly()
    .default(defaultSettings.businessHours.holidays),
});

const costRates = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/u, { error: "Write the currency's three letters, like EUR." })
    .default(defaultSettings.costRates.currency),
  perAiTouchpoint: rate,
  perHumanMinute: rate,
  perTouchpoint: z
    .object(byName(channels, () => rate))
    .default(defaultSettings.costRates.perTouchpoint),
});

export const settingsSchema = z.object({
  aliases: z
    .object(byName(identityFields, () => keys.exactOptional()))
    .default(defaultSettings.aliases),
  channelSynonyms: z
    .record(words("a channel's name", 100), z.enum(channels, { error: "Choose a channel." }))
    .refine(isFew, { error: "Up to 500 names are kept." })
    .default(defaultSettings.channelSynonyms),
  wordKeys: z
    .record(words("an attribute key", 200), wordsReading)
    .refine((all) => Object.keys(all).length <= 50, { error: "Up to 50 keys are kept." })
    .default(defaultSettings.wordKeys),
  roleSpeakers: z
    .record(words("a role", 100), z.enum(speakers, { error: "Choose who speaks." }))
    .refine(isFew, { error: "Up to 500 roles are kept." })
    .default(defaultSettings.roleSpeakers),
  caseTypes: z
    .record(words("a case type", 200), caseType)
    .refine(isFew, { error: "Up to 500 types are kept." })
    .default(defaultSettings.caseTypes),
  sessionIdleMinutes: byChannel(amount(1, 10_080, "minutes"), defaultSettings.sessionIdleMinutes),
  sessionPauseDays: byChannel(amount(0.01, 365, "days"), defaultSettings.sessionPauseDays),
  closeIdleDays: byChannel(amount(0.01, 365, "days"), defaultSettings.closeIdleDays),
  repeatWindowDays: days.default(defaultSettings.repeatWindowDays),
  durableDays: days.default(defaultSettings.durableDays),
  horizonDays: someDays.default(defaultSettings.horizonDays),
  businessHours: businessHours.default(defaultSettings.businessHours),
  timeZone: zone.default(defaultSettings.timeZone),
  costRates: costRates.default(defaultSettings.costRates),
  persona: personaSchema.default(defaultSettings.persona),
  noteTools: noteToolsSchema.default(defaultSettings.noteTools),
  disclosureRules: disclosureRuleSettingsSchema.default(defaultSettings.disclosureRules),
  reviewDays: z
    .object(byName(severities, (each) => days.default(defaultSettings.reviewDays[each])))
    .default(defaultSettings.reviewDays),
  retention: z
    .object({ contactDays: kept, auditDays: kept, originalDays: originalsKept })
    .default(defaultSettings.retention),
  displayTimeZone: zone.default(defaultSettings.displayTimeZone),
  openIn: linkTemplatesSchema.default(defaultSettings.openIn),
}) satisfies z.ZodType<Settings>;

/**
 * Parses settings from JSON: missing members get defaults, unknown ones are dropped.
 * @returns the settings, or every problem with its path
 */
export function parseSettings(value: unknown): ParsedSettings {
  const parsed = settingsSchema.safeParse(value);
  if (parsed.success) return { isValid: true, settings: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join("."),
    message,
  }));
  return { isValid: false, problems };
}

/**
 * Applies a partial change to the current settings. Submitted members must not contradict each other; older stored
 * ones remain readable.
 * @param change some members of settings, from a page
 */
export function changeSettings(current: Settings, change: unknown): ParsedSettings {
  if (typeof change !== "object" || change === null) return parseSettings(null);
  const parsed = parseSettings({ ...current, ...change });
  if (!parsed.isValid) return parsed;
  const problems = findContradictions(parsed.settings).filter(({ path }) =>
    Object.hasOwn(change, path.split(".", 1)[0] ?? ""),
  );
  return problems.length === 0 ? parsed : { isValid: false, problems };
}

function isFew(record: object): boolean {
  return Object.keys(record).length <= 500;
}

function words(what: string, most: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1, { error: `Write ${what}.` })
    .max(most, { error: `Up to ${String(most)} characters.` });
}

function amount(least: number, most: number, unit: string): z.ZodNumber {
  const error = `Write a number from ${String(least)} to ${grouped.format(most)} (${unit}).`;
  return z.number({ error }).min(least, { error }).max(most, { error });
}

function byChannel(
  one: z.ZodNumber,
  defaults: Readonly<Record<Channel, number>>,
): z.ZodDefault<z.ZodObject<Record<Channel, z.ZodDefault<z.ZodNumber>>>> {
  return z.object(byName(channels, (channel) => one.default(defaults[channel]))).default(defaults);
}

/** One schema per name; `Object.fromEntries` loses the names' type. */
function byName<Name extends string, T>(
  names: readonly Name[],
  schemaOf: (name: Name) => T,
): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, schemaOf(name)])) as Record<Name, T>;
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/u.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
