import { buildCase, type Visit } from "../build-case";
import { dayUs, hourUs } from "../calendar";
import type { DemoCase } from "../model";
import type { Ending } from "../endings";
import { begin, end, lookUp } from "../play-usual";
import { askAccount, askAccountBlindly, giveAccount, giveAccountAgain } from "../text/identify";
import type { World } from "../world";
import { openings } from "./openings";

/** The customer gives the account number in chat, then by phone, then to a person. */
export function buildAccountNumberCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("account-number");
  return openings(world, chance, { count: 12, lastDays: 10 }).map((openedUs, index) => {
    const isSolved = index % 2 === 0;
    return buildCase(world, `account-number-${index}`, {
      stories: ["account-number-three-times"],
      caseType: index % 3 === 0 ? "billing" : "refund",
      intent: index % 3 === 0 ? "billing.late_fee" : "refund.cancelled_order",
      openedUs,
      visits: [
        asking({ channel: "chat", by: "ai", ending: "handed" }),
        asking({
          channel: "voice",
          by: "ai",
          ending: "handed",
          afterUs: chance.between(3, 9) * hourUs,
        }),
        asking({
          channel: "voice",
          by: "others",
          ending: isSolved ? "write" : "open",
          afterUs: chance.between(1, 2) * dayUs,
        }),
      ],
      closing: isSolved ? "crm-solved" : "none",
    });
  });
}

function asking(
  visit: Pick<Visit, "channel" | "by" | "afterUs"> & { readonly ending: Ending },
): Visit {
  const { ending, ...rest } = visit;
  return {
    ...rest,
    play: (talk, scene) => {
      const isFirst = scene.earlier === null;
      begin(talk, scene);
      talk.agent(isFirst ? askAccount : askAccountBlindly);
      talk.customer(isFirst ? giveAccount : giveAccountAgain);
      lookUp(talk, scene);
      end(talk, scene, ending);
      return {};
    },
  };
}
