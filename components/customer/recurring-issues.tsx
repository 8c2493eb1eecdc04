import Link from "next/link";
import { caseHref } from "@/lib/pages/case/href";
import type { AttemptView, IssueView } from "@/lib/pages/customer/customer-page-model";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { recurringIssues as words } from "@/lib/pages/customer/words";

/** Issues that came more than once: what was tried each time, and what held. */
export function RecurringIssues({ issues }: { issues: readonly IssueView[] }) {
  if (issues.length === 0) {
    return (
      <Card title={words.none}>
        <p className="text-text-muted">{words.noneNote}</p>
      </Card>
    );
  }
  return issues.map(({ about, attempts }) => (
    <Card key={about} title={words.title(about)} subtitle={words.subtitle(attempts.length)}>
      <ol className="grid gap-2.5">
        {attempts.map((attempt) => (
          <li key={attempt.caseId}>
            <Attempt attempt={attempt} />
          </li>
        ))}
      </ol>
    </Card>
  ));
}

function Attempt({ attempt }: { attempt: AttemptView }) {
  const { caseId, openedUs, tried, because, held } = attempt;
  return (
    <div className="grid gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <Link
          className="font-mono text-secondary text-link [overflow-wrap:anywhere] hover:underline"
          href={caseHref(caseId)}
          prefetch={false}
        >
          <MaskedText text={caseId} />
        </Link>
        <span className="text-secondary text-text-faint">
          <Instant atUs={openedUs} style="day" />
        </span>
        <StatusBadge tone={held.tone} label={held.label} />
      </p>
      <p className="text-secondary text-pretty text-text-muted [overflow-wrap:anywhere]">
        {tried}. <MaskedText text={because} />
      </p>
    </div>
  );
}
