import { buildCase, type Visit } from "../build-case";
import type { DemoCase } from "../model";
import { intentsByType, planVisit } from "../plan-usual";
import type { CaseType } from "../model";
import type { World } from "../world";
import { openings } from "./openings";

type Stratum = {
  readonly caseType: CaseType;
  readonly version: "a-3" | "b-3";
  readonly count: number;
  /** Numbers of contacts per case, used in turn. */
  readonly touches: readonly number[];
};

/**
 * Two versions of the app's template. Version a gets the easy case types, so it has fewer touches per case overall;
 * in each case type version b has fewer (Simpson's paradox).
 */
const strata: readonly Stratum[] = [
  { caseType: "account", version: "a-3", count: 30, touches: [1, 1, 2, 1, 1, 1, 2, 1, 1, 2] },
  { caseType: "account", version: "b-3", count: 10, touches: [1, 1, 1, 2, 1, 1, 1, 1, 1, 1] },
  { caseType: "delivery", version: "a-3", count: 22, touches: [1, 2, 1, 2, 1, 2, 1, 2, 2, 1] },
  { caseType: "delivery", version: "b-3", count: 10, touches: [1, 1, 2, 1, 1, 1, 1, 2, 1, 1] },
  { caseType: "billing", version: "a-3", count: 10, touches: [3, 3, 4, 3, 3, 4, 3, 3, 3, 3] },
  { caseType: "billing", version: "b-3", count: 28, touches: [2, 3, 2, 3, 2, 3, 2, 3] },
  { caseType: "outage", version: "a-3", count: 10, touches: [4, 3, 3, 4, 3, 3, 4, 3, 4, 3] },
  { caseType: "outage", version: "b-3", count: 22, touches: [3, 2, 3, 2, 3, 2, 3, 3] },
];

/** The comparison of two prompts that reverses after standardisation. */
export function describeComparison(world: World): readonly DemoCase[] {
  return strata.flatMap(({ caseType, version, count, touches }) => {
    const label = `comparison-${version}-${caseType}`;
    const chance = world.chanceFor(label);
    return openings(world, chance, { count, lastDays: 22, fromWeek: 10 }).map((openedUs, index) => {
      const visitCount = touches[index % touches.length] ?? 1;
      const isSolved = chance.happens(0.8);
      const first: Visit = {
        channel: "in_app",
        by: "ai",
        variant: version,
        play: visitCount > 1 ? "handed" : isSolved ? "write" : "claimed",
      };
      const later = Array.from({ length: visitCount - 1 }, (_, at) => {
        const isLast = at === visitCount - 2;
        const play = isLast ? (isSolved ? "write" : "claimed") : "promised";
        const visit = planVisit(chance, { caseType, index: at + 1, play });
        return visit.channel === "in_app" ? { ...visit, channel: "chat" as const } : visit;
      });
      return buildCase(world, `${label}-${index}`, {
        stories: [version === "a-3" ? "prompt-comparison-a" : "prompt-comparison-b"],
        caseType,
        intent: chance.pick(intentsByType[caseType]),
        openedUs,
        visits: [first, ...later],
        closing: isSolved ? chance.pick(["crm-solved", "crm-solved", "agent"]) : "crm-answered",
      });
    });
  });
}
