import { buildCase, type Visit } from "../build-case";
import { makeFacts, type CaseFacts } from "../facts";
import { atBusyHour, dayUs, hourUs, minuteUs } from "../calendar";
import type { Chance } from "../chance";
import type { DemoCase, DemoChannel } from "../model";
import { lookUp } from "../play-usual";
import { aiGreeting, farewell, humanGreeting, sympathy } from "../text/greetings";
import type { Lines } from "../text/lines";
import {
  changesProfile,
  dropsAgain,
  dropsAtNight,
  restartsLine,
  swapsCard,
  worksTonight,
} from "../text/recurring-lines";
import { lineCall, type LineCall } from "../tools";
import type { World } from "../world";
import { openings } from "./openings";

const intent = "outage.wifi_drops";
/** The fix after which it doesn't come back. */
export const lastingFix: LineCall = "swap_line_card";
const otherFixes: readonly LineCall[] = ["restart_line", "change_line_profile"];
const customers = 22;
/** A line is watched for two nights before its case is closed. */
const watchedUs = 2 * dayUs;
/** As late as other outages: most are closed after it. */
const dueUs = watchedUs + 2 * hourUs;
const attemptsMost = 3;
const words: Readonly<Record<LineCall, Lines>> = {
  restart_line: restartsLine,
  change_line_profile: changesProfile,
  swap_line_card: swapsCard,
};

/**
 * A line that drops at night comes back, each time on another channel, after it was watched for two nights and closed as
 * solved, until its card is swapped; of the other fixes two hold by luck.
 */
export function buildRecurringOutageCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("recurring-outage");
  const starts = openings(world, chance, {
    count: customers,
    lastDays: 30,
    fromWeek: 13,
  });
  return starts.flatMap((openedUs, index) => buildChain(world, chance, openedUs, index));
}

function buildChain(
  world: World,
  chance: Chance,
  openedUs: number,
  index: number,
): readonly DemoCase[] {
  const customer = world.newCustomer();
  const about = makeFacts(chance, { customer, caseType: "outage", intent, openedUs });
  const cases: DemoCase[] = [];
  let atUs = openedUs;
  for (let attempt = 1; attempt <= attemptsMost; attempt += 1) {
    const isLasting = isSwapped(index, attempt);
    const fix = isLasting ? lastingFix : chance.pick(otherFixes);
    cases.push(
      buildCase(world, `recurring-outage-${String(index)}-${String(attempt)}`, {
        stories: ["outage-recurring"],
        caseType: "outage",
        intent,
        ...{ customer, about, openedUs: atUs },
        visits: [fixLine(channelOf(index, attempt), fix, about, attempt === 1)],
        closing: "crm-solved",
        closedAfterUs: watchedUs + chance.below(360) * minuteUs,
        slaDueUs: atUs + dueUs,
      }),
    );
    if (isLasting || isLucky(index, attempt)) break;
    atUs = atBusyHour(chance, atUs + chance.between(4, 6) * dayUs);
  }
  return cases;
}

/** Eight have the card swapped at once, half of the others the next time, all the time after. */
function isSwapped(index: number, attempt: number): boolean {
  return attempt === 1 ? index % 3 === 0 : attempt === 2 ? index % 2 === 0 : true;
}

function isLucky(index: number, attempt: number): boolean {
  return (attempt === 1 && index === 1) || (attempt === 2 && index === 5);
}

function channelOf(index: number, attempt: number): DemoChannel {
  const channels = ["chat", "voice", "email"] as const;
  return channels[(index + attempt) % channels.length] ?? "chat";
}

function fixLine(channel: DemoChannel, fix: LineCall, about: CaseFacts, isFirst: boolean): Visit {
  return {
    channel,
    by: "others",
    play: (talk, scene) => {
      const opening = isFirst ? dropsAtNight : dropsAgain;
      const greeting = scene.agent.kind === "ai" ? aiGreeting : humanGreeting;
      if (channel === "voice") talk.agent(greeting);
      talk.customer(opening);
      talk.agent(...(channel === "voice" ? [sympathy] : [greeting, sympathy]));
      lookUp(talk, scene);
      talk.agent(words[fix]);
      talk.tool(lineCall(fix, about));
      talk.customer(worksTonight);
      talk.agent(farewell);
      return {};
    },
  };
}
