import {
  flipsListed,
  type DisclosureFlip,
  type DisclosureFlips,
} from "@/lib/domain/settings/settings-effect";
import type { StoredVerdict } from "@/lib/store/cases/verdicts";

type Verdicts = readonly StoredVerdict[];

/** Counts and lists the verdicts that differ, case by case, whatever their order. */
export function createFlipTally(): {
  /**
   * @param rank the case's place in the list; by default cases are listed as they are added
   * @returns how many verdicts of the case differ
   */
  readonly add: (caseId: string, verdicts: readonly [Verdicts, Verdicts], rank?: number) => number;
  readonly result: () => DisclosureFlips;
} {
  const counts = new Map<string, DisclosureFlips["counts"][number]>();
  let listed: { readonly rank: number; readonly flip: DisclosureFlip }[] = [];
  let [total, added] = [0, 0];
  const list = () => listed.sort((a, b) => a.rank - b.rank).slice(0, flipsListed);
  return {
    add: (caseId, [before, after], rank = added) => {
      added += 1;
      const flips = flipsOf(caseId, before, after);
      total += flips.length;
      if (listed.length > 2 * flipsListed) listed = list();
      for (const flip of flips) {
        listed.push({ rank, flip });
        const { rule, channel, from, to } = flip;
        const key = [rule, channel, from, to].join(" ");
        const known = counts.get(key)?.contacts ?? 0;
        counts.set(key, { rule, channel, from, to, contacts: known + 1 });
      }
      return flips.length;
    },
    result: () => ({
      total,
      counts: [...counts]
        .sort(([a, one], [b, other]) => other.contacts - one.contacts || (a < b ? -1 : 1))
        .map(([, each]) => each),
      contacts: list().map(({ flip }) => flip),
    }),
  };
}

function flipsOf(caseId: string, before: Verdicts, after: Verdicts): readonly DisclosureFlip[] {
  const was = new Map(before.map((each) => [keyOf(each), each]));
  const is = new Map(after.map((each) => [keyOf(each), each]));
  return [...new Map([...was, ...is]).keys()].flatMap((key) => {
    const shown = is.get(key) ?? was.get(key);
    const from = was.get(key)?.status ?? "not_required";
    const to = is.get(key)?.status ?? "not_required";
    if (shown === undefined || from === to) return [];
    const { rule, interaction, channel, atUs } = shown;
    return [{ caseId, rule, interaction, channel, atUs, from, to }];
  });
}

/** A contact keeps its start and channel even where another is cut in two before it. */
function keyOf({ rule, channel, atUs }: StoredVerdict): string {
  return [rule, channel, atUs].join(" ");
}
