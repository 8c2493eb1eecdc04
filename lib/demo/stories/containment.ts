import { buildCase, type Visit } from "../build-case";
import { atBusyHour, dayUs, hourUs } from "../calendar";
import { makeFacts } from "../facts";
import type { DemoCase } from "../model";
import { end, lookUp } from "../play-usual";
import { humanGreeting, sympathy } from "../text/greetings";
import { comeBack } from "../text/setbacks";
import type { World } from "../world";
import { openings } from "./openings";

/** An AI chat counts as contained; within two days the customer calls about the same matter. */
export function buildContainmentCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("containment");
  return openings(world, chance, { count: 18, lastDays: 11 }).flatMap((openedUs, index) => {
    const { caseType, intent } = chance.pick(matters);
    const customer = world.newCustomer();
    const about = makeFacts(chance, { customer, caseType, intent, openedUs });
    const stories = ["chat-contained-then-voice"] as const;
    const plan = { stories, caseType, intent, openedUs, customer, about };
    const chat = { channel: "chat", by: "ai", play: "claimed" } as const;
    const gapUs = chance.between(7, 24) * hourUs;
    const key = `containment-${index}`;
    if (index % 2 === 0) {
      const visits = [
        chat,
        { channel: "voice", by: "others", play: "write", afterUs: gapUs },
      ] as const;
      return [buildCase(world, key, { ...plan, visits, closing: "crm-solved" })];
    }
    const first = buildCase(world, `${key}-chat`, {
      ...plan,
      visits: [chat],
      closing: "unrecorded",
    });
    const second = buildCase(world, `${key}-call`, {
      ...plan,
      openedUs: atBusyHour(chance, openedUs + dayUs),
      visits: [callBack],
      closing: "crm-solved",
    });
    return [first, second];
  });
}

const matters = [
  { caseType: "refund", intent: "refund.returned_device" },
  { caseType: "billing", intent: "billing.price_rise" },
  { caseType: "delivery", intent: "delivery.parcel_late" },
] as const;

/** A separate case, whose caller mentions the chat. */
const callBack: Visit = {
  channel: "voice",
  by: "others",
  play: (talk, scene) => {
    talk.agent(humanGreeting);
    talk.customer(comeBack);
    talk.agent(sympathy);
    lookUp(talk, scene);
    end(talk, scene, "write");
    return {};
  },
};
