import { buildCase } from "../build-case";
import { hourUs } from "../calendar";
import type { DemoCase, DemoChannel } from "../model";
import { begin, lookUp } from "../play-usual";
import { farewell } from "../text/greetings";
import { delighted, warmPromise } from "../text/story-lines";
import type { World } from "../world";
import { openings } from "./openings";

const paths: readonly (readonly DemoChannel[])[] = [
  ["email", "voice", "sms", "voice"],
  ["voice", "email", "voice", "email"],
  ["social", "voice", "email", "voice"],
];

/** A chat rated 5, in a case of five touches that never closed. */
export function buildHappyChatCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("happy-chat");
  return openings(world, chance, { count: 9, lastDays: 34 }).map((openedUs, index) => {
    const rest = paths[index % paths.length] ?? [];
    return buildCase(world, `happy-chat-${index}`, {
      stories: ["happy-chat-never-closed"],
      caseType: index % 2 === 0 ? "refund" : "delivery",
      intent: index % 2 === 0 ? "refund.returned_device" : "delivery.parcel_late",
      openedUs,
      visits: [
        {
          channel: "chat",
          by: "ai",
          play: (talk, scene) => {
            begin(talk, scene);
            lookUp(talk, scene);
            talk.agent(warmPromise);
            talk.customer(delighted);
            talk.agent(farewell);
            return { csat: 5 };
          },
        },
        ...rest.map((channel, at) => ({
          channel,
          by: at % 2 === 0 ? ("ai" as const) : ("others" as const),
          play:
            at === rest.length - 1
              ? ("open" as const)
              : chance.pick(["promised", "handed"] as const),
          afterUs: chance.between(20, 90) * hourUs,
        })),
      ],
      closing: "none",
    });
  });
}
