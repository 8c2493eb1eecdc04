import { buildCase, type Visit } from "../build-case";
import { atBusyHour, dayUs } from "../calendar";
import type { DemoCase } from "../model";
import { end, lookUp } from "../play-usual";
import { humanGreeting, sympathy } from "../text/greetings";
import { thirdTime } from "../text/story-lines";
import type { World } from "../world";
import { openings } from "./openings";

const intent = "billing.double_charge";

/** The same billing error, closed as resolved twice, comes up a third time. */
export function buildThirdTimeCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("third-time");
  return openings(world, chance, { count: 8, lastDays: 66 }).flatMap((openedUs, index) => {
    // Half of them return within the week, half with the next month's bill.
    const gapDays = index % 2 === 0 ? 5 : 29;
    const secondUs = atBusyHour(chance, openedUs + gapDays * dayUs);
    const thirdUs = atBusyHour(chance, secondUs + gapDays * dayUs);
    const plan = {
      stories: ["billing-error-third-time"] as const,
      caseType: "billing" as const,
      intent,
    };
    const first = buildCase(world, `third-time-${index}-1`, {
      ...plan,
      openedUs,
      visits: [{ channel: chance.pick(["chat", "email"]), by: "ai", play: "write" }],
      closing: "crm-solved",
    });
    const second = buildCase(world, `third-time-${index}-2`, {
      ...plan,
      customer: first.customer,
      openedUs: secondUs,
      visits: [{ channel: chance.pick(["email", "chat"]), by: "others", play: "write" }],
      closing: "crm-solved",
    });
    const third = buildCase(world, `third-time-${index}-3`, {
      ...plan,
      customer: first.customer,
      risk: "medium",
      openedUs: thirdUs,
      visits: [complaint(chance.pick(["voice", "email"]))],
      closing: "none",
    });
    return [first, second, third];
  });
}

function complaint(channel: "voice" | "email"): Visit {
  return {
    channel,
    by: "others",
    play: (talk, scene) => {
      if (channel === "voice") talk.agent(humanGreeting);
      talk.customer(thirdTime);
      talk.agent(...(channel === "voice" ? [sympathy] : [humanGreeting, sympathy]));
      lookUp(talk, scene);
      end(talk, scene, "open");
      return { notes: ["escalated"] };
    },
  };
}
