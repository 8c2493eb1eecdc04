import { ago, dayAndMonth, dayUs, weekday } from "./calendar";
import type { Chance } from "./chance";
import type { CaseType, Customer, DemoAgent, DemoChannel } from "./model";
import { isOfNorth, streetAddress } from "./people";
import type { Facts } from "./text/grammar";

const devices = ["Mesh 6 router", "Mesh 6 Pro", "Halo modem", "Halo 2 modem", "Orbit repeater"];
const goods = [
  ...devices,
  "Pixelwave TV box",
  "Linea desk phone",
  "Nova 5G stick",
  "Tern smartwatch",
  "Arc tablet",
  "Lumen X handset",
];
const teams: Readonly<Record<CaseType, string>> = {
  billing: "billing",
  refund: "refunds",
  outage: "network",
  account: "accounts",
  delivery: "logistics",
};

/** An agent's team for a case type: "Network north". */
export function teamOf(caseType: CaseType, agent: DemoAgent): string {
  const word = teams[caseType];
  const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return isOfNorth(agent) ? `${name} north` : name;
}

const topics: Readonly<Record<CaseType, readonly string[]>> = {
  billing: ["my bill", "that payment", "the invoice"],
  refund: ["my refund", "the money you owe me", "the return"],
  outage: ["my internet", "the connection", "the outage"],
  account: ["my contract", "the change I asked for", "my login"],
  delivery: ["my parcel", "my order", "the delivery"],
};
const prefixes: Readonly<Record<CaseType, string>> = {
  billing: "INV",
  refund: "RMA",
  outage: "LN",
  account: "OF",
  delivery: "FW",
};
const orderIntent = "refund.cancelled_order";
const typicalAmounts: Readonly<Record<CaseType, readonly [number, number]>> = {
  billing: [18, 140],
  refund: [35, 420],
  outage: [5, 30],
  account: [20, 60],
  delivery: [40, 380],
};

export type CaseFacts = {
  readonly facts: Facts;
  readonly amount: number;
  readonly ref: string;
};

/**
 * Generates a case's facts.
 * @param openedUs start of the first contact
 */
export function makeFacts(
  chance: Chance,
  about: {
    readonly customer: Customer;
    readonly caseType: CaseType;
    readonly intent: string;
    readonly openedUs: number;
  },
): CaseFacts {
  const { customer, caseType, intent, openedUs } = about;
  const [least, most] = typicalAmounts[caseType];
  const amount = chance.between(least, most) + chance.pick([0, 0.5, 0.99, 0.45, 0.2]);
  const prefix = intent === orderIntent ? prefixes.delivery : prefixes[caseType];
  const ref = `${prefix}-${chance.digits(6)}`;
  const facts: Facts = {
    ...customerFacts(customer),
    ref,
    amount: `$${amount.toFixed(2)}`,
    credit: `$${chance.pick([10, 15, 20, 25, 30, 40])}`,
    product: chance.pick(caseType === "outage" ? devices : goods),
    due: dayAndMonth(openedUs + chance.between(9, 28) * dayUs),
    date: dayAndMonth(openedUs - chance.between(2, 16) * dayUs),
    clock: chance.pick(clocks),
    newStreet: streetAddress(chance),
    emailHint: chance.pick(["your inbox", "the address on file", "your e-mail"]),
    ticket: `T-${chance.digits(5)}`,
    team: teams[caseType],
    topic: chance.pick(topics[caseType]),
    months: chance.pick(["three", "four", "six"]),
    speed: `${chance.between(3, 38)} Mbit`,
    homes: String(chance.between(40, 900)),
    window: chance.pick(["8 and 12", "9 and 1", "12 and 4", "2 and 6", "5 and 9"]),
  };
  return { amount, ref, facts };
}

const clocks = ["6 am", "9 in the morning", "noon", "3 pm", "half past four", "8 last night"];

function customerFacts(customer: Customer): Facts {
  const { first, last, title, account, city, street, plan } = customer;
  const user = `${first}${last.slice(0, 3)}${account.slice(0, 4)}`.toLowerCase();
  return { first, last, title, account, city, street, plan, user };
}

const contacted: Readonly<Record<DemoChannel, string>> = {
  voice: "called",
  chat: "chatted with",
  in_app: "wrote to",
  email: "e-mailed",
  sms: "texted",
  social: "messaged",
};

/** The previous contact, as far as a later one mentions it. */
export type Earlier = { readonly endUs: number; readonly channel: DemoChannel };

/** Facts that depend on the contact's time: part of the day, coming days, time since the last contact. */
export function factsAt(
  chance: Chance,
  when: { readonly atUs: number; readonly earlier: Earlier | null },
): Facts {
  const { earlier } = when;
  const days = chance.between(2, 6);
  const hour = Math.floor((when.atUs % dayUs) / (dayUs / 24));
  return {
    part: hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening",
    today: weekday(when.atUs),
    day: weekday(when.atUs + days * dayUs),
    days: String(days),
    ago: ago(earlier === null ? dayUs : when.atUs - earlier.endUs),
    contacted: contacted[earlier?.channel ?? "chat"],
  };
}
