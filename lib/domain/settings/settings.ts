import type { Severity } from "../disclosures/severity";
import type { DisclosureRuleSettings, StatedFacts } from "../disclosures/rule-settings";
import type { Channel } from "../trace/channel";
import type { IdentityField } from "../trace/identity";
import type { Speaker } from "../trace/reading";
import type { LinkTemplate } from "./link-template";
import type { Retention } from "./retention";
import {
  approvedPersona,
  suggestedPersona,
  usualNoteTools,
  type ApprovedPersona,
  type NoteTools,
  type PersonaContract,
} from "./persona-contract";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** Minutes since local midnight; `closeMinute` 1440 is the day's end. `openMinute` < `closeMinute`. */
export type OpenHours = { readonly openMinute: number; readonly closeMinute: number };

export type BusinessHours = {
  /** null: closed that day. */
  readonly week: Readonly<Record<Weekday, OpenHours | null>>;
  /** Local dates on which it is closed, "2026-12-25". */
  readonly holidays: readonly string[];
};

export type CaseTypeSettings = {
  /** Overrides the workspace's horizon; null: no override. */
  readonly horizonDays: number | null;
  /** False if policy rules out resolution in the first contact. */
  readonly isFirstContactResolvable: boolean;
  /** Resolution target in business hours from opening to closing; null: none. */
  readonly resolveWithinBusinessHours: number | null;
};

/** How the text under an attribute key is read: one speaker's, or by the role under another key of the span. */
export type WordsReading =
  | { readonly by: "customer" | "agent" }
  | { readonly by: "role"; readonly roleKey: string };

/** In `currency`; null: unknown, and no cost is shown. */
export type CostRates = {
  /** ISO 4217, "EUR". */
  readonly currency: string;
  readonly perAiTouchpoint: number | null;
  readonly perHumanMinute: number | null;
  /** The channel's own price of a touchpoint. */
  readonly perTouchpoint: Readonly<Record<Channel, number | null>>;
};

/** A workspace's settings; all derived data is a function of these and of the spans. */
export type Settings = {
  /** Additional attribute keys of identity fields, with lower precedence than our own. */
  readonly aliases: Partial<Record<IdentityField, readonly string[]>>;
  /** Custom channel names, with precedence over ours; case-insensitive. */
  readonly channelSynonyms: Readonly<Record<string, Channel>>;
  /** Attribute keys with words that no convention names, and whose words they are. */
  readonly wordKeys: Readonly<Record<string, WordsReading>>;
  /** Roles of messages that no convention knows, in lower case, with who speaks. */
  readonly roleSpeakers: Readonly<Record<string, Speaker>>;
  /** By type name as in the data; other types have `usualCaseType`. */
  readonly caseTypes: Readonly<Record<string, CaseTypeSettings>>;
  /** Without interaction ids, a longer silence on a channel splits contacts. */
  readonly sessionIdleMinutes: Readonly<Record<Channel, number>>;
  /** A longer pause splits a session; contacts with an id of their own are never split. */
  readonly sessionPauseDays: Readonly<Record<Channel, number>>;
  /** An open case counts as closed after this many days of silence. */
  readonly closeIdleDays: Readonly<Record<Channel, number>>;
  /** A case about the same issue within this many days is a repeat. */
  readonly repeatWindowDays: number;
  /** A closed case is mature after this many days. */
  readonly durableDays: number;
  /** A case that never closed is mature after this many days. */
  readonly horizonDays: number;
  readonly businessHours: BusinessHours;
  readonly timeZone: string;
  readonly costRates: CostRates;
  readonly persona: PersonaContract;
  readonly noteTools: NoteTools;
  readonly disclosureRules: DisclosureRuleSettings;
  /** A finding of a disclosure rule is due for review so many days after its contact began. */
  readonly reviewDays: Readonly<Record<Severity, number>>;
  readonly retention: Retention;
  readonly displayTimeZone: string;
  /** Links from traces, spans and contacts back to the tool that they come from. */
  readonly openIn: readonly LinkTemplate[];
};

/** Settings that reading a span depends on; stored spans are re-read when they change. */
export type ReadingSettings = Pick<
  Settings,
  "aliases" | "channelSynonyms" | "wordKeys" | "roleSpeakers"
>;

/** Settings that what arrives is stored by. */
export type IntakeSettings = ReadingSettings & Pick<Settings, "retention">;

/** Settings that deriving and linking cases depends on. */
export type DerivationSettings = Pick<
  Settings,
  | "sessionIdleMinutes"
  | "sessionPauseDays"
  | "closeIdleDays"
  | "repeatWindowDays"
  | "durableDays"
  | "horizonDays"
  | "businessHours"
  | "timeZone"
> & { readonly caseTypes: Readonly<Record<string, TypeTimes>> };

type TypeTimes = Pick<CaseTypeSettings, "horizonDays" | "resolveWithinBusinessHours">;

export type EvaluationSettings = Pick<Settings, "persona" | "noteTools" | "disclosureRules">;

/** Everything that derived rows depend on but disclosure rules: cases are derived again when it changes. */
type DerivedFrom = DerivationSettings & {
  readonly persona: ApprovedPersona | null;
  readonly noteTools: NoteTools;
  /** What the workspace states of its channels and of itself. */
  readonly stated: StatedFacts;
};

export const usualCaseType: CaseTypeSettings = {
  horizonDays: null,
  isFirstContactResolvable: true,
  resolveWithinBusinessHours: null,
};

/**
 * The settings of a case type.
 * @param caseType null: unknown type
 */
export function caseTypeSettings<T>(
  caseTypes: Readonly<Record<string, T>>,
  caseType: string | null,
): T | null {
  if (caseType === null || !Object.hasOwn(caseTypes, caseType)) return null;
  return caseTypes[caseType] ?? null;
}

const office: OpenHours = { openMinute: 9 * 60, closeMinute: 17 * 60 };

export const defaultSettings: Settings = {
  aliases: {
    caseId: [
      "case.id",
      "caseId",
      "crm.case_id",
      "ticket_id",
      "ticket.id",
      "ticketId",
      "zendesk.ticket.id",
      "salesforce.case.id",
      "support.case_id",
    ],
    customerId: ["customer.id", "customerId", "user_id", "userId"],
    channel: ["channel.type", "gen_ai.voice.channel_type", "support.channel"],
    intent: ["case.intent", "customer.intent"],
  },
  channelSynonyms: {},
  wordKeys: {},
  roleSpeakers: {},
  caseTypes: {},
  sessionIdleMinutes: {
    voice: 30,
    chat: 30,
    email: 30,
    sms: 30,
    social: 30,
    in_app: 30,
    unknown: 30,
  },
  sessionPauseDays: { voice: 1, chat: 1, email: 14, sms: 1, social: 1, in_app: 1, unknown: 1 },
  closeIdleDays: { voice: 3, chat: 3, email: 5, sms: 3, social: 5, in_app: 3, unknown: 3 },
  repeatWindowDays: 7,
  durableDays: 7,
  horizonDays: 14,
  businessHours: {
    week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: null, sun: null },
    holidays: [],
  },
  timeZone: "UTC",
  costRates: {
    currency: "USD",
    perAiTouchpoint: null,
    perHumanMinute: null,
    perTouchpoint: {
      voice: null,
      chat: null,
      email: null,
      sms: null,
      social: null,
      in_app: null,
      unknown: null,
    },
  },
  persona: suggestedPersona,
  noteTools: usualNoteTools,
  disclosureRules: {
    on: ["ai-identity-eu-art50", "ai-identity-on-request", "recording-notice-all-party"],
    own: [],
  },
  reviewDays: { critical: 2, high: 5, medium: 10, low: 30 },
  retention: { contactDays: null, auditDays: null, originalDays: null },
  displayTimeZone: "UTC",
  openIn: [],
};

/** The settings that derived rows depend on but disclosure rules, in a fixed order. */
export function derivationSettings(settings: DerivationSettings & EvaluationSettings): DerivedFrom {
  const types = Object.entries(settings.caseTypes)
    .map(([type, { horizonDays, resolveWithinBusinessHours }]): [string, TypeTimes] => [
      type,
      { horizonDays, resolveWithinBusinessHours },
    ])
    .filter(([, times]) => times.horizonDays !== null || times.resolveWithinBusinessHours !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    sessionIdleMinutes: inChannelOrder(settings.sessionIdleMinutes),
    sessionPauseDays: inChannelOrder(settings.sessionPauseDays),
    closeIdleDays: inChannelOrder(settings.closeIdleDays),
    repeatWindowDays: settings.repeatWindowDays,
    durableDays: settings.durableDays,
    horizonDays: settings.horizonDays,
    caseTypes: Object.fromEntries(types),
    businessHours: settings.businessHours,
    timeZone: settings.timeZone,
    persona: approvedPersona(settings.persona),
    noteTools: settings.noteTools,
    stated: statedOf(settings.disclosureRules),
  };
}

function statedOf({ notices, facts, regions }: DisclosureRuleSettings): StatedFacts {
  return { ...(notices && { notices }), ...(facts && { facts }), ...(regions && { regions }) };
}

function inChannelOrder(byChannel: Readonly<Record<Channel, number>>): Record<Channel, number> {
  const { voice, chat, email, sms, social, in_app, unknown } = byChannel;
  return { voice, chat, email, sms, social, in_app, unknown };
}
