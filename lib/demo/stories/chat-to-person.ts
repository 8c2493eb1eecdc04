import { buildCase } from "../build-case";
import type { DemoCase } from "../model";
import { humanAgent } from "../people";
import { begin, end, lookUp } from "../play-usual";
import { humanGreeting } from "../text/greetings";
import { asksForPerson, handsToPerson } from "../text/story-lines";
import { intentsByType } from "../plan-usual";
import type { World } from "../world";
import { openings } from "./openings";

/** An AI agent hands a chat to a person in the same window. */
export function buildChatToPersonCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("chat-to-person");
  return openings(world, chance, { count: 18, lastDays: 8 }).map((openedUs, index) => {
    const caseType = chance.pick(["billing", "refund", "account"] as const);
    return buildCase(world, `chat-to-person-${index}`, {
      stories: ["ai-to-human-in-one-chat"],
      caseType,
      intent: chance.pick(intentsByType[caseType]),
      openedUs,
      visits: [
        {
          channel: "chat",
          by: "ai",
          play: (talk, scene) => {
            begin(talk, scene);
            lookUp(talk, scene);
            talk.customer(asksForPerson);
            talk.agent(handsToPerson);
            talk.handTo(humanAgent(scene.chance, "others"));
            talk.agent(humanGreeting);
            end(talk, scene, index % 5 === 0 ? "promised" : "write");
            return { notes: ["escalated", "note_read"] };
          },
        },
      ],
      closing: index % 5 === 0 ? "agent" : "crm-solved",
    });
  });
}
