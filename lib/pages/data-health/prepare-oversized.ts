import type { OversizedGroup } from "@/lib/domain/trace/data-health";
import { customerCasesMax, sessionTracesMax } from "@/lib/domain/case/group-limits";
import { customerHref } from "@/lib/pages/customer/url";
import type { OversizedView } from "./data-health-model";
import { formatCount, formatCounted } from "@/lib/format/format";

/** Explains ids shared by too many traces, and what to do. */
export function prepareOversized(groups: readonly OversizedGroup[]): OversizedView[] {
  return groups.map(({ kind, key, members }) =>
    kind === "session"
      ? {
          label: `Session ${key}`,
          href: null,
          because: `${formatCounted(members, "trace")} with this session id. Above ${formatCount(sessionTracesMax)} nothing is inherited from one trace to another.`,
          remedy: "Give each conversation a session id of its own, or set case_id in each trace.",
        }
      : {
          label: `Customer ${key}`,
          href: customerHref(key),
          because: `${formatCounted(members, "case")} of this customer id. Above ${formatCount(customerCasesMax)} no case is linked as a repeat of another.`,
          remedy: "Leave customer_id out where nobody knows the customer.",
        },
  );
}
