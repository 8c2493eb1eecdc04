import Link from "next/link";
import type { CasePageModel } from "@/lib/pages/case/case-page-model";
import type { OtherCaseView } from "@/lib/pages/case/case-around-model";
import { customerHref } from "@/lib/pages/customer/url";
import { outcomeWords } from "@/lib/format/wording";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { otherCases as words } from "@/lib/pages/case/words/around";

/** The customer's other cases, those about the same issue first. */
export function OtherCases({ model: { customerId, around } }: { model: CasePageModel }) {
  const { others, moreOthers } = around;
  if (customerId === null) return null;
  const total = others.length + moreOthers;
  return (
    <Card title={words.title(total)}>
      {others.length === 0 ? null : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
          {others.map((other) => (
            <li key={other.caseId}>
              <OtherCase other={other} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link
          className="text-link hover:underline"
          href={customerHref(customerId)}
          prefetch={false}
        >
          {total === 0
            ? words.customer
            : moreOthers === 0
              ? words.all(total + 1)
              : words.more(moreOthers)}
        </Link>
      </p>
    </Card>
  );
}

function OtherCase({ other }: { other: OtherCaseView }) {
  const { caseId, about, outcome, openedUs, lastContactUs, relation, href } = other;
  const { tone, label } = outcomeWords[outcome];
  return (
    <div className="grid gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Link
          className="font-mono text-secondary [overflow-wrap:anywhere] text-link hover:underline"
          href={href}
          prefetch={false}
        >
          <MaskedText text={caseId} />
        </Link>
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <MaskedText text={about} />
        </span>
        <StatusBadge tone={tone} label={label} variant="bare" />
      </p>
      <p className="text-secondary text-text-faint">
        <Instant atUs={openedUs} style="day" /> {words.to}{" "}
        <Instant atUs={lastContactUs} style="day" />
        {relation === "" ? null : (
          <>
            {" · "}
            <b className="text-text-muted">{relation}</b>
          </>
        )}
      </p>
    </div>
  );
}
