import { formatCount } from "@/lib/format/format";
import type { GateList } from "@/lib/format/gate/describe-verdict";

/** "Regressed (2): refund-017, outage-003" */
export function listLine({ title, items }: GateList): string {
  const each = items.map(({ id, why }) => (why === null ? id : `${id} (${why})`));
  return `${title} (${formatCount(items.length)}): ${each.join(", ")}`;
}
