import { buildCase, type Visit } from "../build-case";
import { dayUs } from "../calendar";
import type { DemoCase } from "../model";
import { begin, end, lookUp } from "../play-usual";
import { humanGreeting, aiGreeting } from "../text/greetings";
import { promiseCredit } from "../text/setbacks";
import {
  asksForCredit,
  deniesCredit,
  grantsCredit,
  insistsOnCredit,
  knowsCredit,
  leavesCredit,
} from "../text/story-lines";
import { thanksLines } from "../text/outcomes";
import { unhappy } from "../text/setbacks";
import { openings } from "./openings";
import type { World } from "../world";

/** A credit is promised in chat; the phone agent does not know of it, or has read the note. */
export function buildPromiseCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("promises");
  const unknown = openings(world, chance, { count: 14, lastDays: 12 }).map((openedUs, index) => {
    const isGranted = index % 3 === 0;
    return buildCase(world, `promise-unknown-${index}`, {
      stories: ["promise-unknown-on-the-phone"],
      caseType: index % 2 === 0 ? "billing" : "outage",
      intent: index % 2 === 0 ? "billing.late_fee" : "outage.internet_down",
      openedUs,
      visits: [
        promisingChat("ai"),
        call(index % 4 === 0 ? "ai" : "others", chance.between(2, 5), {
          isKnown: false,
          isGranted,
        }),
      ],
      closing: isGranted ? "agent" : "none",
    });
  });
  const known = openings(world, chance, { count: 10, lastDays: 12 }).map((openedUs, index) =>
    buildCase(world, `promise-known-${index}`, {
      stories: ["promise-known-on-the-phone"],
      caseType: "billing",
      intent: index % 2 === 0 ? "billing.price_rise" : "billing.late_fee",
      openedUs,
      visits: [
        promisingChat(index % 2 === 0 ? "others" : "ai"),
        call("others", chance.between(2, 5), { isKnown: true, isGranted: true }),
      ],
      closing: "crm-solved",
    }),
  );
  return [...unknown, ...known];
}

function promisingChat(by: "ai" | "others"): Visit {
  return {
    channel: "chat",
    by,
    play: (talk, scene) => {
      begin(talk, scene);
      lookUp(talk, scene);
      talk.agent(promiseCredit);
      talk.customer(thanksLines);
      return by === "ai" ? {} : { notes: ["note_written"] };
    },
  };
}

function call(
  by: "ai" | "others",
  daysLater: number,
  { isKnown, isGranted }: { readonly isKnown: boolean; readonly isGranted: boolean },
): Visit {
  return {
    channel: "voice",
    by,
    afterUs: daysLater * dayUs,
    play: (talk, scene) => {
      talk.agent(by === "ai" ? aiGreeting : humanGreeting);
      talk.customer(asksForCredit);
      if (isKnown) {
        talk.agent(knowsCredit);
        end(talk, scene, "claimed");
        return { notes: ["note_read"] };
      }
      talk.agent(deniesCredit);
      talk.customer(insistsOnCredit);
      talk.agent(isGranted ? grantsCredit : leavesCredit);
      talk.customer(isGranted ? thanksLines : unhappy);
      return {};
    },
  };
}
