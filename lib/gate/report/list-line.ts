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
  const { shown, left } = cutList(list);
  const each = shown.map(({ id, why }) => (why === null ? id : `${id} (${why})`));
  const more = left === null ? "" : ` ${left}`;
  return `${list.title} (${formatCount(list.items.length)}): ${each.join(", ")}${more}`;
}
