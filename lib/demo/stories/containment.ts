import { buildCase } from "../build-case";
import { atBusyHour, dayUs, hourUs } from "../calendar";
import type { DemoCase } from "../model";
import { end, lookUp } from "../play-usual";
import { humanGreeting, sympathy } from "../text/greetings";
import { comeBack } from "../text/setbacks";
import type { World } from "../world";
import { openings } from "./openings";

/** An AI chat counts as contained; within two days the customer calls about the same thing. */
export function tellContainment(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("containment");
  return openings(world, chance, { count: 18, lastDays: 11 }).flatMap((openedUs, index) => {
    const { caseType, intent } = chance.pick(matters);
    const plan = { stories: ["chat-contained-then-voice"] as const, caseType, intent, openedUs };
    const chat = { channel: "chat", by: "ai", play: "claimed" } as const;
    const gapUs = chance.between(7, 24) * hourUs;
    const key = `containment-${index}`;
    if (index % 2 === 0) {
      const callBack = { channel: "voice", by: "others", play: "write", afterUs: gapUs } as const;
      return [buildCase(world, key, { ...plan, visits: [chat, callBack], closing: "crm-solved" })];
    }
    const first = buildCase(world, `${key}-chat`, {
      ...plan,
      visits: [chat],
      closing: "unrecorded",
    });
    const second = buildCase(world, `${key}-call`, {
      ...plan,
      customer: first.customer,
      openedUs: atBusyHour(chance, openedUs + dayUs),
      visits: [
        {
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
        },
      ],
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
