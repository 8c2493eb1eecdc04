import type { Channel } from "./channel";
import type { IdentityField } from "./identity";

/** What a workspace can decide; everything derived is a function of these and of the spans. */
export type Settings = {
  /** Further attribute keys under which exporters write a field, tried after our own names. */
  readonly aliases: Partial<Record<IdentityField, readonly string[]>>;
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
};

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
};
