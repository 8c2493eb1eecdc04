import type { DemoSeed } from "./demo-export";
import { planCases } from "./plan-cases";
import { storyNames, type StoryName } from "./story-names";
import { createWorld } from "./world";
import { northTeam } from "./people";
import { lastingFix } from "./stories/recurring-outage";
import { sharedTemplate, comparedTemplate, templateChangeWeek } from "./ai-agents";
import { weekCount, weekUs } from "./calendar";

/** Ground truth of the demo, for tests and for a tour. */
export type DemoTruth = {
  readonly caseCount: number;
  /** Case ids by story. */
  readonly stories: ReadonlyMap<StoryName, readonly string[]>;
  /** Related cases of one customer, in order of opening. */
  readonly chains: readonly (readonly string[])[];
  /** When the voice agent becomes formal, µs since 1970. */
  readonly templateChangeUs: number;
  readonly sharedTemplate: string;
  /** The template of which version a-3 seems better and b-3 is. */
  readonly comparedTemplate: string;
  readonly northTeam: readonly string[];
  /** The tool call after which the recurring outage doesn't come back. */
  readonly lastingFix: string;
};

/** The ground truth of a demo. */
export function demoTruth({ seed, endUs }: DemoSeed): DemoTruth {
  const cases = planCases(createWorld(seed, endUs));
  const stories = new Map<StoryName, readonly string[]>(
    storyNames.map((name) => [
      name,
      cases.filter((each) => each.stories.includes(name)).map(({ caseId }) => caseId),
    ]),
  );
  const byCustomer = new Map<string, string[]>();
  for (const { customer, stories: told, caseId } of cases) {
    if (!told.some((name) => chained.has(name))) continue;
    byCustomer.set(customer.id, [...(byCustomer.get(customer.id) ?? []), caseId]);
  }
  return {
    caseCount: cases.length,
    stories,
    chains: [...byCustomer.values()].filter((chain) => chain.length > 1),
    templateChangeUs: endUs - (weekCount - templateChangeWeek) * weekUs,
    sharedTemplate,
    comparedTemplate,
    northTeam,
    lastingFix,
  };
}

const chained: ReadonlySet<StoryName> = new Set([
  "billing-error-third-time",
  "chat-contained-then-voice",
]);
