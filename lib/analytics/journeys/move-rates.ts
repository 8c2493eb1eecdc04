import { channels } from "@/lib/domain/trace/channel";
import type { CaseSet } from "../counts/case-set";
import { groupRates, type GroupRate, type GroupRates } from "../ask/group-rates";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { endsIn } from "../outcomes/outcome-rates";
import { initiators } from "../rows/contact-row";
import { startedBy, type Move, type Starter } from "./tally-moves";

/** Outcomes of cases with a change of channel; the whole is all mature cases. */
export type MoveRates = Omit<GroupRates, "groups"> & {
  readonly groups: readonly (GroupRate & Pick<Move, "from" | "to">)[];
};

/**
 * Computes them.
 * @param moves of the same cases, by the same starter; returns on the same channel are left out
 * @param all the mature cases, and those of them resolved
 */
export function moveRates(
  cases: CaseSet,
  moves: readonly Move[],
  starter: Starter,
  all: Proportion,
): MoveRates {
  const { contacts } = cases.table;
  const { channel } = contacts.integers;
  const wanted = starter === "all" ? -1 : initiators.indexOf(starter);
  const changes = moves.filter(({ from, to }) => from !== to);
  const cellOf = (from: number, to: number) => from * channels.length + to;
  const placeOf = new Map(
    changes.map(({ from, to }, at) => [cellOf(channels.indexOf(from), channels.indexOf(to)), at]),
  );
  const groupsOf = (key: number) => {
    const first = contacts.first[key] ?? 0;
    const found = new Set<number>();
    for (let place = first + 1; place < first + (contacts.count[key] ?? 0); place += 1) {
      if (wanted >= 0 && startedBy(contacts, place) !== wanted) continue;
      const at = placeOf.get(cellOf(channel[place - 1] ?? 0, channel[place] ?? 0));
      if (at !== undefined) found.add(at);
    }
    return [...found];
  };
  const groups = changes.map(({ from, to, resolved }) => ({
    value: `${from}>${to}`,
    rate: resolved,
  }));
  const counted = groupRates(cases, { groups, all }, { groupsOf, endOf: endsIn(cases) });
  return {
    all: counted.all,
    groups: counted.groups.flatMap((group, at) => {
      const change = changes[at];
      return change === undefined ? [] : [{ ...group, from: change.from, to: change.to }];
    }),
  };
}
