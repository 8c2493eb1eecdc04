import { setTimeout as wait } from "node:timers/promises";
import { loadComparePage } from "@/lib/pages/compare/load";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { seededRandom } from "@/lib/testing/seeded-random";
import { defaultCompareQuery, type CompareQuery } from "@/lib/pages/compare/url";
import { prompts, types } from "../material/synthetic-cases";
import { costOf } from "./workspace";

/** CPU milliseconds. */
export type ComparePageResult = {
  /** Two versions over all time, different ones each time: median and 95th percentile. */
  readonly median: number;
  readonly at95: number;
};

/** Stands for the workspace’s key. */
const halfOfName = (word: string) => word.slice(0, 8).padEnd(8, "0");

/** Compares versions for the first time in a loaded workspace. */
export async function measureComparePage(
  seen: SeenWorkspace,
  { samples, asOfUs }: { readonly samples: number; readonly asOfUs: number },
): Promise<ComparePageResult> {
  const random = seededRandom(samples);
  const taken: number[] = [];
  for (let index = 0; index < samples; index += 1) {
    const [a = "", b = ""] = random.shuffle(prompts);
    const query = withoutType({ a, b }, random.pick(types));
    const { cpuMs } = await costOf(() => loadComparePage(seen, query, asOfUs, halfOfName));
    taken.push(cpuMs);
    await wait(2);
  }
  taken.sort((one, other) => one - other);
  return {
    median: taken[Math.floor(samples / 2)] ?? 0,
    at95: taken[Math.floor(samples * 0.95)] ?? 0,
  };
}

/** All types but one: never the same selection twice in a row. */
function withoutType(pair: Pick<CompareQuery, "a" | "b">, left: string): CompareQuery {
  const { cases } = defaultCompareQuery;
  const type = types.filter((each) => each !== left);
  return {
    ...defaultCompareQuery,
    ...pair,
    cases: { ...cases, facets: { ...cases.facets, type } },
  };
}
