import { buildCase, type Visit } from "../build-case";
import { keysOf } from "@/lib/domain/keys-of";
import type { Chance } from "../chance";
import { hourUs } from "../calendar";
import type { Customer, DemoCase, DemoChannel } from "../model";
import { begin, end, lookUp } from "../play-usual";
import { asksHowToReach, givesDetails, paysByCard } from "../text/story-lines";
import type { World } from "../world";
import { openings } from "./openings";

/** The turn of each channel. */
const channels = keysOf<DemoChannel>({
  chat: 1,
  voice: 2,
  in_app: 3,
  sms: 4,
  email: 5,
  social: 6,
});

/** Personal data in messages, tool arguments and URLs called by tools. */
export function buildPersonalDataCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("personal-data");
  return openings(world, chance, { count: 12, lastDays: 9 }).map((openedUs, index) => {
    const customer = world.newCustomer();
    const card = cardNumber(chance);
    return buildCase(world, `personal-data-${index}`, {
      stories: ["pii-in-tools-and-urls"],
      customer,
      caseType: index % 2 === 0 ? "delivery" : "billing",
      intent: index % 2 === 0 ? "delivery.parcel_late" : "billing.late_fee",
      openedUs,
      visits: [
        careless(channels[index % channels.length] ?? "chat", customer, card),
        ...(index % 3 === 0
          ? [{ channel: "voice", by: "others", play: "write", afterUs: 30 * hourUs } as const]
          : []),
      ],
      closing: "crm-solved",
    });
  });
}

function careless(channel: DemoChannel, customer: Customer, card: string): Visit {
  return {
    channel,
    by: "ai",
    play: (talk, scene) => {
      const { email, phone } = customer;
      begin(talk, scene);
      talk.agent(asksHowToReach);
      talk.customer(givesDetails, ...(scene.caseType === "billing" ? [paysByCard] : []));
      talk.tool({
        name: "find_customer",
        args: { email, phone, ...(scene.caseType === "billing" && { card_number: card }) },
        result: { found: 1, contact: { email, phone }, plan: scene.about.facts["plan"] },
        isError: false,
        url: `https://api.fernway.example/v2/customers?email=${encodeURIComponent(email)}&phone=${encodeURIComponent(phone)}`,
      });
      lookUp(talk, scene);
      end(talk, scene, "claimed");
      return {};
    },
    extraFacts: { email: customer.email, phone: customer.phone, card, expiry: "09/28" },
  };
}

/** A number that no bank issued, with a valid check digit (Luhn, ISO/IEC 7812-1). */
function cardNumber(chance: Chance): string {
  const digits = [4, ...Array.from({ length: 14 }, () => chance.below(10))];
  const sum = digits
    .toReversed()
    .map((digit, index) => (index % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2))
    .reduce((total, digit) => total + digit, 0);
  return [...digits, (10 - (sum % 10)) % 10].join("").replace(/(\d{4})(?=\d)/g, "$1 ");
}
