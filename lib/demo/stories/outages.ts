import { buildCase, type Visit } from "../build-case";
import { dayUs } from "../calendar";
import type { DemoCase } from "../model";
import { begin, end, lookUp } from "../play-usual";
import { confirmLines } from "../text/outcomes";
import { farewell } from "../text/greetings";
import { bookTechnician, portFirst, routerFirst, triedThat } from "../text/story-lines";
import { writeCall } from "../tools";
import type { World } from "../world";
import { openings } from "./openings";

const intent = "outage.internet_down";

/** The north team resets the port first and needs one call; others need the router and a technician. */
export function buildOutageCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("outages");
  const north = openings(world, chance, { count: 26, lastDays: 9 }).map((openedUs, index) =>
    buildCase(world, `outage-north-${index}`, {
      stories: ["outage-step-north"],
      caseType: "outage",
      intent,
      openedUs,
      visits: [resetFirst(index % 4 === 0 ? "chat" : "voice")],
      closing: chance.pick(["crm-solved", "agent", "customer"]),
    }),
  );
  const others = openings(world, chance, { count: 30, lastDays: 12 }).map((openedUs, index) => {
    const isShort = index % 5 === 0;
    const back = chance.between(1, 3) * dayUs;
    return buildCase(world, `outage-others-${index}`, {
      stories: ["outage-step-others"],
      caseType: "outage",
      intent,
      openedUs,
      visits: [
        routerThenTechnician(index % 4 === 0 ? "chat" : "voice"),
        ...(isShort ? [] : [lastCall(back)]),
      ],
      closing: index % 6 === 5 ? "none" : "crm-solved",
    });
  });
  return [...north, ...others];
}

function resetFirst(channel: "chat" | "voice"): Visit {
  return {
    channel,
    by: "north",
    play: (talk, scene) => {
      begin(talk, scene);
      talk.agent(portFirst);
      talk.tool(writeCall(intent, scene.about));
      talk.customer(confirmLines["outage"] ?? farewell);
      talk.agent(farewell);
      return {};
    },
  };
}

function routerThenTechnician(channel: "chat" | "voice"): Visit {
  return {
    channel,
    by: "others",
    play: (talk, scene) => {
      begin(talk, scene);
      lookUp(talk, scene);
      for (let round = 0; round < 2; round += 1) {
        talk.agent(routerFirst);
        talk.customer(triedThat);
      }
      talk.agent(bookTechnician);
      end(talk, scene, "promised");
      return { notes: ["note_written"] };
    },
  };
}

function lastCall(afterUs: number): Visit {
  return { channel: "voice", by: "others", play: "confirmed", afterUs };
}
