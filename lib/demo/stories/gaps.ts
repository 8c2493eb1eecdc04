import { buildCase } from "../build-case";
import type { DemoCase } from "../model";
import { planUsual } from "../plan-usual";
import type { World } from "../world";
import { openings } from "./openings";

/** Gaps for data health: stripped text, and cases that only the CRM has. */
export function buildGapCases(world: World): readonly DemoCase[] {
  const chance = world.chanceFor("gaps");
  const stripped = openings(world, chance, { count: 6, lastDays: 9 }).map((openedUs, index) =>
    buildCase(world, `stripped-${index}`, {
      stories: ["words-stripped"],
      caseType: "account",
      intent: "account.locked_out",
      openedUs,
      visits: [{ channel: "voice", by: "ai", play: "claimed", isStripped: true }],
      closing: "unrecorded",
    }),
  );
  const untold = openings(world, chance, { count: 6, lastDays: 9 }).map((openedUs, index) =>
    buildCase(world, `untold-${index}`, {
      ...planUsual(chance, { openedUs, touches: 1 }),
      stories: ["record-without-traces"],
      visits: [],
      closing: "none",
    }),
  );
  return [...stripped, ...untold];
}
