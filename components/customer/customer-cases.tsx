import Link from "next/link";
import { caseHref } from "@/lib/pages/case/href";
import type { CustomerCaseView, CustomerPageModel } from "@/lib/pages/customer/customer-page-model";
import { outcomeWords } from "@/lib/format/wording";
import { JourneyStrip } from "../case/journey-strip";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { cases as words } from "@/lib/pages/customer/words";

const tilesMax = 6;

/** A customer's cases under each other, their contacts on one axis of time. */
export function CustomerCases({ model }: { model: CustomerPageModel }) {
  return (
    <Card title={words.title} subtitle={words.subtitle} isFlush>
      <div className="records">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.case}</th>
              <th scope="col">{words.about}</th>
              <th scope="col">{words.journey}</th>
              <th scope="col">
                <Ends model={model} />
              </th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.opened}</th>
            </tr>
          </thead>
          <tbody>
            {model.cases.map((each) => (
              <CaseRow key={each.caseId} view={each} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Ends({ model: { firstUs, lastUs } }: { model: CustomerPageModel }) {
  return (
    <span className="flex min-w-64 justify-between gap-4">
      <Instant atUs={firstUs} style="day" />
      <Instant atUs={lastUs} style="day" />
    </span>
  );
}

function CaseRow({ view }: { view: CustomerCaseView }) {
  const outcome = outcomeWords[view.outcome];
  return (
    <tr>
      <td>
        <Link
          className="font-mono text-secondary text-link [overflow-wrap:anywhere] hover:underline"
          href={caseHref(view.caseId)}
          prefetch={false}
        >
          <MaskedText text={view.caseId} />
        </Link>
      </td>
      <td data-wide="">
        <span className="text-secondary first-letter:uppercase">{view.about}</span>
      </td>
      <td data-wide="">
        <JourneyStrip journey={view.journey} tilesMax={tilesMax} />
      </td>
      <td data-wide="">
        <ContactLine view={view} />
      </td>
      <td data-lead="">
        <StatusBadge
          tone={outcome.tone}
          label={outcome.label}
          variant="bare"
          title={outcome.meaning}
        />
      </td>
      <td data-label={words.opened}>
        <span className="text-secondary whitespace-nowrap text-text-muted">
          <Instant atUs={view.openedUs} style="day" />
        </span>
      </td>
    </tr>
  );
}

/** Decorative: the journey says the same as text. */
function ContactLine({ view: { bar, contacts } }: { view: CustomerCaseView }) {
  return (
    <span aria-hidden="true" className="relative mx-1 block h-5">
      {bar === null ? null : (
        <span
          className="absolute top-1/2 h-px -translate-y-1/2 bg-border-strong"
          style={{ left: `${String(bar.left * 100)}%`, width: `${String(bar.width * 100)}%` }}
        />
      )}
      {contacts.map(({ channel, left, label }, index) => (
        <span
          key={index}
          title={label}
          className={`channel-${channel} absolute top-1/2 h-3.5 w-1.5 -translate-1/2 rounded-[2px] bg-(--channel)`}
          style={{ left: `${String(left * 100)}%` }}
        />
      ))}
    </span>
  );
}
