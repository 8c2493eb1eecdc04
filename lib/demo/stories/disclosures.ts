import { buildCase, type Visit } from "../build-case";
import { hourUs, weekCount } from "../calendar";
import type { DemoCase } from "../model";
import { openingsFor } from "../text/openings";
import { findings } from "../text/findings";
import { aiGreeting, farewell, silentAiGreeting, sympathy } from "../text/greetings";
import { doneLines, thanksLines } from "../text/outcomes";
import { agreesToPlan, planDisclosure, saysYes, textsPlan } from "../text/story-lines";
import { readCall, writeCall } from "../tools";
import type { World } from "../world";
import { openings } from "./openings";

/** Payment plans, high risk: chat gives the required disclosure; the follow-up text message may not. */
export function buildDisclosureCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("disclosures");
  const earlier = openings(world, chance, { count: 21, lastDays: 9 });
  // Some are so recent that their review is not due yet.
  const latest = openings(world, chance, { count: 3, lastDays: 2, fromWeek: weekCount - 1 });
  return [...earlier, ...latest].map((openedUs, index) => {
    const isGiven = index % 5 > 2;
    return buildCase(world, `disclosure-${index}`, {
      stories: [isGiven ? "disclosure-given-by-sms" : "disclosure-missed-by-sms"],
      caseType: "billing",
      intent: "billing.payment_plan",
      risk: "high",
      openedUs,
      visits: [chat, text(isGiven, chance.between(2, 40) * hourUs)],
      closing: index % 4 === 0 ? "agent" : "crm-solved",
    });
  });
}

const intent = "billing.payment_plan";

const chat: Visit = {
  channel: "chat",
  by: "ai",
  play: (talk, { about }) => {
    talk.customer(openingsFor(intent));
    talk.agent(aiGreeting, sympathy);
    talk.tool(readCall(intent, about));
    talk.agent(findings[intent] ?? sympathy, planDisclosure);
    talk.customer(agreesToPlan);
    talk.agent(textsPlan);
    talk.customer(thanksLines);
    return {};
  },
};

function text(isGiven: boolean, afterUs: number): Visit {
  return {
    channel: "sms",
    by: "ai",
    afterUs,
    play: (talk, { about }) => {
      talk.customer(openingsFor(intent));
      if (isGiven) talk.agent(aiGreeting, planDisclosure, textsPlan);
      else talk.agent(silentAiGreeting, textsPlan);
      talk.customer(saysYes);
      talk.tool(writeCall(intent, about));
      talk.agent(doneLines[intent] ?? farewell);
      return {};
    },
  };
}
