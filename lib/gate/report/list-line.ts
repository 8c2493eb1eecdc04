import { groupBy } from "@/lib/format/group-by";
import { formatCount } from "@/lib/format/format";
import type { GateList } from "@/lib/format/gate/describe-verdict";

/** More ids than this are counted, not written; a comment on a pull request has a limit. */
const idsMax = 200;

/** A list cut to what a reader takes in, with the words for what is left out: "and 34 more, in the JSON report". */
export function cutList({ items }: GateList): {
  readonly shown: GateList["items"];
  readonly left: string | null;
} {
  const left = items.length - idsMax;
  return {
    shown: items.slice(0, idsMax),
    left: left <= 0 ? null : `and ${formatCount(left)} more, in the JSON report`,
  };
}

/** "Regressed (2): refund-017, outage-003" */
export function listLine(list: GateList): string {
  if (list.idsOfReason !== null) return reasonLines(list).join("\n");
  const { shown, left } = cutList(list);
  const each = shown.map(({ id, why }) => (why === null ? id : `${id} (${why})`));
  const more = left === null ? "" : ` ${left}`;
  return `${list.title} (${formatCount(list.items.length)}): ${each.join(", ")}${more}`;
}

/** A reason with the ids that it holds of, cut to what a reader takes in. */
export type ReasonGroup = {
  readonly why: string;
  readonly count: string;
  readonly ids: readonly string[];
  /** "and 34 more, in the JSON report"; null: they are all there. */
  readonly left: string | null;
};

/** A list by its reasons, the most frequent first. */
export function reasonGroups({ items, idsOfReason }: GateList): readonly ReasonGroup[] {
  const most = idsOfReason ?? idsMax;
  const groups = [...groupBy(items, ({ why }) => why ?? "nothing stated").entries()];
  return groups
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1))
    .map(([why, of]) => {
      const left = of.length - most;
      return {
        why,
        count: formatCount(of.length),
        ids: of.slice(0, most).map(({ id }) => id),
        left: left <= 0 ? null : `and ${formatCount(left)} more, in the JSON report`,
      };
    });
}

function reasonLines(list: GateList): readonly string[] {
  const groups = reasonGroups(list).map(({ why, count, ids, left }) => {
    const each = `${ids.join(", ")}${left === null ? "" : ` ${left}`}`;
    return `  ${count} · ${why}: ${each}`;
  });
  return [`${list.title} (${formatCount(list.items.length)}):`, ...groups];
}
