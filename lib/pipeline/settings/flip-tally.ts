import {
  flipsListed,
  type DisclosureFlip,
  type DisclosureFlips,
} from "@/lib/domain/settings/settings-effect";
import type { StoredVerdict } from "@/lib/store/cases/verdicts";

type Verdicts = readonly StoredVerdict[];

/** Counts and lists the verdicts that differ, case by case. */
export function createFlipTally(): {
  readonly add: (caseId: string, verdicts: readonly [Verdicts, Verdicts]) => void;
  readonly result: () => DisclosureFlips;
} {
  const counts = new Map<string, DisclosureFlips["counts"][number]>();
  const contacts: DisclosureFlip[] = [];
  let total = 0;
  return {
    add: (caseId, [before, after]) => {
      for (const flip of flipsOf(caseId, before, after)) {
        total += 1;
        if (contacts.length < flipsListed) contacts.push(flip);
        const { rule, channel, from, to } = flip;
        const key = [rule, channel, from, to].join(" ");
        const known = counts.get(key)?.contacts ?? 0;
        counts.set(key, { rule, channel, from, to, contacts: known + 1 });
      }
    },
    result: () => ({
      total,
      counts: [...counts.values()].sort((a, b) => b.contacts - a.contacts),
      contacts,
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
