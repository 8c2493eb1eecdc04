import { buildCase, type Visit } from "../build-case";
import { atBusyHour, dayUs, hourUs } from "../calendar";
import type { DemoCase } from "../model";
import { intentsByType } from "../plan-usual";
import { begin, lookUp } from "../play-usual";
import { waitsForPapers } from "../text/story-lines";
import type { World } from "../world";
import { openings } from "./openings";

const reasons = ["waiting on customer", "waiting on courier", "waiting on network supplier"];

/** Cases with a deadline: paused clocks with a reason, and missed deadlines. */
export function buildDeadlineCases(world: World): readonly DemoCase[] {
  return [
    ...buildPausedCases(world),
    ...buildWaitingCases(world),
    ...buildAtRiskCases(world),
    ...buildBreachedCases(world),
  ];
}

function buildPausedCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("sla-paused");
  return openings(world, chance, { count: 12, lastDays: 6 }).map((openedUs, index) => {
    const caseType = chance.pick(["refund", "delivery", "billing"] as const);
    return buildCase(world, `sla-paused-${index}`, {
      stories: ["sla-paused"],
      caseType,
      intent: chance.pick(intentsByType[caseType]),
      openedUs,
      slaDueUs: openedUs + 3 * dayUs,
      visits: [
        waiting(chance.pick(["email", "chat"])),
        { channel: "email", by: "others", play: "write", afterUs: chance.between(40, 70) * hourUs },
      ],
      closing: "crm-solved",
      caseEvents: ([first, second]) => {
        if (first === undefined) return [];
        const reason = chance.pick(reasons);
        const stopped = { name: "sla_paused", atUs: first.endUs + 60_000_000, reason } as const;
        if (second === undefined) return [stopped];
        return [stopped, { name: "sla_resumed", atUs: second.startUs + 30_000_000, reason }];
      },
    });
  });
}

/** Clocks paused at the end of the demo. */
function buildWaitingCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("sla-waiting");
  return Array.from({ length: 5 }, (_, index) => {
    const caseType = chance.pick(["refund", "delivery", "billing"] as const);
    const openedUs = atBusyHour(chance, world.endUs - chance.between(26, 56) * hourUs);
    return buildCase(world, `sla-waiting-${index}`, {
      stories: ["sla-paused"],
      caseType,
      intent: chance.pick(intentsByType[caseType]),
      openedUs,
      slaDueUs: openedUs + 3 * dayUs,
      visits: [waiting(chance.pick(["email", "chat"]))],
      closing: "none",
      caseEvents: ([first]) => {
        if (first === undefined) return [];
        const reason = chance.pick(reasons);
        return [{ name: "sla_paused", atUs: first.endUs + 60_000_000, reason }];
      },
    });
  });
}

/** Due within hours at the end of the demo, after days without a reply. */
function buildAtRiskCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("sla-pressing");
  return Array.from({ length: 4 }, (_, index) => {
    const caseType = chance.pick(["refund", "delivery"] as const);
    return buildCase(world, `sla-pressing-${index}`, {
      stories: [],
      caseType,
      intent: chance.pick(intentsByType[caseType]),
      risk: "high",
      openedUs: atBusyHour(chance, world.endUs - (96 - 3 * index) * hourUs),
      slaDueUs: world.endUs + (3 + 2 * index) * hourUs,
      visits: [{ channel: "email", by: "others", play: "promised" }],
      closing: "none",
    });
  });
}

function buildBreachedCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("sla-breached");
  return openings(world, chance, { count: 9, lastDays: 10 }).map((openedUs, index) => {
    const caseType = chance.pick(["refund", "delivery"] as const);
    return buildCase(world, `sla-breached-${index}`, {
      stories: ["sla-breached"],
      caseType,
      intent: chance.pick(intentsByType[caseType]),
      risk: "medium",
      openedUs,
      slaDueUs: openedUs + 2 * dayUs,
      visits: [
        { channel: "email", by: "ai", play: "promised" },
        { channel: "voice", by: "others", play: "write", afterUs: chance.between(4, 6) * dayUs },
      ],
      closing: "crm-solved",
    });
  });
}

function waiting(channel: "email" | "chat"): Visit {
  return {
    channel,
    by: "others",
    play: (talk, scene) => {
      begin(talk, scene);
      lookUp(talk, scene);
      talk.agent(waitsForPapers);
      return { notes: ["note_written"] };
    },
  };
}
