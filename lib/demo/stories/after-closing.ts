import { buildCase } from "../build-case";
import { dayUs, hourUs } from "../calendar";
import type { DemoCase } from "../model";
import { intentsByType } from "../plan-usual";
import type { World } from "../world";
import { openings } from "./openings";

/** Closed as solved, then another contact; and cases merged into another one. */
export function buildAfterClosingCases(world: World): readonly DemoCase[] {
  return [...reopened(world), ...merged(world)];
}

function reopened(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("reopened");
  return openings(world, chance, { count: 16, lastDays: 9 }).map((openedUs, index) => {
    const caseType = chance.pick(["billing", "refund", "account"] as const);
    const isSolved = index % 2 === 0;
    return buildCase(world, `reopened-${index}`, {
      stories: ["reopened-after-closing"],
      caseType,
      intent: chance.pick(intentsByType[caseType]),
      openedUs,
      visits: [
        { channel: chance.pick(["chat", "email"]), by: "ai", play: "claimed" },
        {
          channel: chance.pick(["voice", "email"]),
          by: "others",
          play: isSolved ? "write" : "open",
          afterUs: chance.between(2, 5) * dayUs,
        },
      ],
      closing: isSolved ? "agent" : "none",
      caseEvents: ([first, second]) => {
        if (first === undefined) return [];
        const atUs = first.endUs + 3 * hourUs;
        const closed = { name: "closed", atUs, method: "agent_resolve" } as const;
        if (second === undefined) return [closed];
        return [closed, { name: "reopened", atUs: second.startUs }];
      },
    });
  });
}

function merged(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("merged");
  return openings(world, chance, { count: 10, lastDays: 9 }).flatMap((openedUs, index) => {
    const caseType = chance.pick(["delivery", "refund"] as const);
    const intent = chance.pick(intentsByType[caseType]);
    const key = `merged-${index}`;
    const kept = buildCase(world, `${key}-kept`, {
      stories: [],
      caseType,
      intent,
      openedUs,
      visits: [
        { channel: "email", by: "ai", play: "promised" },
        { channel: "voice", by: "others", play: "write", afterUs: chance.between(1, 3) * dayUs },
      ],
      closing: "crm-solved",
    });
    const double = buildCase(world, `${key}-double`, {
      stories: ["merged-duplicate"],
      caseType,
      intent,
      customer: kept.customer,
      openedUs: openedUs + chance.between(2, 9) * hourUs,
      visits: [{ channel: chance.pick(["social", "sms", "chat"]), by: "ai", play: "handed" }],
      closing: "crm-answered",
    });
    const { record } = double;
    if (record === null) return [kept, double];
    return [kept, { ...double, record: { ...record, code: "Duplicate", mergedInto: kept.caseId } }];
  });
}
