import type { Channel } from "../trace/channel";
import type { IdentityField } from "../trace/identity";
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

/** Minutes since local midnight; `closeMinute` 1440 is the day's end. Open before closed. */
export type OpenHours = { readonly openMinute: number; readonly closeMinute: number };

export type BusinessHours = {
  /** null: closed that day. */
  readonly week: Readonly<Record<Weekday, OpenHours | null>>;
  /** Local days on which it is closed all the same, "2026-12-25". */
  readonly holidays: readonly string[];
};

/** What one type of case needs that others do not. */
export type CaseTypeSettings = {
  /** Instead of the workspace's horizon; null: the workspace's. */
  readonly horizonDays: number | null;
  /** False where policy lets nobody resolve it in the first contact. */
  readonly isFirstContactResolvable: boolean;
  /** The promise to the customer, in business hours from opening to closing; null: none was made. */
  readonly resolveWithinBusinessHours: number | null;
};

/** In `currency`; null: not known, and then no cost is stated. */
export type CostRates = {
  /** ISO 4217, "EUR". */
  readonly currency: string;
  readonly perAiTouchpoint: number | null;
  readonly perHumanMinute: number | null;
  /** What the channel itself charges for a touchpoint, whoever answers. */
  readonly perTouchpoint: Readonly<Record<Channel, number | null>>;
};

/** What a workspace can decide; everything derived is a function of these and of the spans. */
export type Settings = {
  /** Further attribute keys under which exporters write a field, tried after our own names. */
  readonly aliases: Partial<Record<IdentityField, readonly string[]>>;
  /** The exporters' own words for a channel, tried before ours; upper and lower case are one. */
  readonly channelSynonyms: Readonly<Record<string, Channel>>;
  /** By the type's name as the data have it. A type without an entry is as `usualCaseType`. */
  readonly caseTypes: Readonly<Record<string, CaseTypeSettings>>;
  /** A channel without interaction ids is cut into contacts by silences longer than this. */
  readonly sessionIdleMinutes: Readonly<Record<Channel, number>>;
  /** A case nobody closed counts as closed after this many silent days. */
  readonly closeIdleDays: Readonly<Record<Channel, number>>;
  /** The customer's same issue within this many days is a repeat. */
  readonly repeatWindowDays: number;
  /** A closed case is mature after this many days. */
  readonly durableDays: number;
  /** A case that never closed is mature after this many days. */
  readonly horizonDays: number;
  readonly businessHours: BusinessHours;
  /** The IANA time zone of the business hours. */
  readonly timeZone: string;
  readonly costRates: CostRates;
  readonly persona: PersonaContract;
  readonly noteTools: NoteTools;
  /** The IANA time zone in which pages write instants. */
  readonly displayTimeZone: string;
};

/** What reading a span's own words depends on; stored spans are read anew where it changes. */
export type ReadingSettings = Pick<Settings, "aliases" | "channelSynonyms">;

/** What deriving and linking cases depends on. */
export type DerivationSettings = Pick<
  Settings,
  | "sessionIdleMinutes"
  | "closeIdleDays"
  | "repeatWindowDays"
  | "durableDays"
  | "horizonDays"
  | "businessHours"
  | "timeZone"
> & { readonly caseTypes: Readonly<Record<string, TypeTimes>> };

/** What holds for the times of a type's cases. */
type TypeTimes = Pick<CaseTypeSettings, "horizonDays" | "resolveWithinBusinessHours">;

/** What judging a case depends on beside the case. */
export type EvaluationSettings = Pick<Settings, "persona" | "noteTools">;

/** All that derived rows depend on: cases are derived anew where it changes. */
type DerivedFrom = DerivationSettings & {
  readonly persona: ApprovedPersona | null;
  readonly noteTools: NoteTools;
};

export const usualCaseType: CaseTypeSettings = {
  horizonDays: null,
  isFirstContactResolvable: true,
  resolveWithinBusinessHours: null,
};

/** What holds for cases of a type. @param caseType null: nobody named one */
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
  displayTimeZone: "UTC",
};

/** The part of the settings that derived rows depend on, in an order of its own. */
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
    closeIdleDays: inChannelOrder(settings.closeIdleDays),
    repeatWindowDays: settings.repeatWindowDays,
    durableDays: settings.durableDays,
    horizonDays: settings.horizonDays,
    caseTypes: Object.fromEntries(types),
    businessHours: settings.businessHours,
    timeZone: settings.timeZone,
    persona: approvedPersona(settings.persona),
    noteTools: settings.noteTools,
  };
}

function inChannelOrder(byChannel: Readonly<Record<Channel, number>>): Record<Channel, number> {
  const { voice, chat, email, sms, social, in_app, unknown } = byChannel;
  return { voice, chat, email, sms, social, in_app, unknown };
}
