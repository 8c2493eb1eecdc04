"use client";

import type { RulesBehind } from "@/lib/domain/settings/rules-behind";
import { formatCount, formatCounted } from "@/lib/format/format";
import { InlineAlert } from "../ui/inline-alert";
import { Instant } from "../ui/instant";
import { useRefresh } from "../layout/use-refresh";

const refreshMs = 5000;

/** Says that some findings are still those of former rules, until none is. */
export function RulesBehindNotice({ behind }: { behind: RulesBehind | null }) {
  return behind === null ? null : <Notice {...behind} />;
}

function Notice({ sinceUs, cases }: RulesBehind) {
  useRefresh(refreshMs);
  return (
    <div role="status">
      <InlineAlert>
        Rules changed
        {sinceUs === null ? null : (
          <>
            {" at "}
            <Instant atUs={sinceUs} style="minute" />
          </>
        )}
        : {caseWords(cases)} still judged by the former rules.
      </InlineAlert>
    </div>
  );
}

function caseWords(cases: RulesBehind["cases"]): string {
  if (cases === null) return "some cases are";
  const { left, total } = cases;
  return `${formatCount(left)} of ${formatCounted(total, "case")} ${left === 1 ? "is" : "are"}`;
}
