import Link from "next/link";
import { caseHref } from "@/lib/view/case-href";
import type { CaseListItem, CasesPageModel } from "@/lib/view/cases-page-model";
import { casesHref, sortedBy, type CaseSortKey } from "@/lib/view/cases-query";
import { customerHref } from "@/lib/view/customer-href";
import { formatCount } from "@/lib/view/format";
import { evidenceWords, outcomeWords, wordsOf } from "@/lib/view/wording";
import { JourneyStrip } from "../case/journey-strip";
import { Pager } from "../table/pager";
import { SortHeader } from "../table/sort-header";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

const tilesMax = 5;

/** The cases of one page of the list. */
export function CasesTable({ model }: { model: CasesPageModel }) {
  const { query, total, pageSize } = model;
  const isLast = query.page * pageSize >= total;
  const pageHref = (page: number) => casesHref({ ...query, page });
  return (
    <div className="records rounded-card border border-border bg-panel">
      <table>
        <caption className="sr-only">Cases, one row each</caption>
        <CasesTableHead model={model} />
        <tbody>
          {model.rows.map((row) => (
            <CasesTableRow key={row.caseId} row={row} />
          ))}
        </tbody>
      </table>
      <Pager
        label="Pages"
        page={query.page}
        pageSize={pageSize}
        total={total}
        previousHref={query.page > 1 ? pageHref(query.page - 1) : null}
        nextHref={isLast ? null : pageHref(query.page + 1)}
      />
    </div>
  );
}

function CasesTableHead({ model: { query } }: { model: CasesPageModel }) {
  const sort = (key: CaseSortKey) => ({
    href: casesHref(sortedBy(query, key)),
    direction: query.sort === key ? query.direction : null,
  });
  return (
    <thead>
      <tr>
        <SortHeader label="Case, customer" {...sort("case")} />
        <th scope="col">Type</th>
        <th scope="col">Journey</th>
        <SortHeader label="Touchpoints" isNumber {...sort("touchpoints")} />
        <SortHeader label="Handoffs" isNumber {...sort("handoffs")} />
        <th scope="col">Outcome, evidence</th>
        <SortHeader label="Opened" {...sort("opened")} />
        <SortHeader label="Last contact" {...sort("last_contact")} />
      </tr>
    </thead>
  );
}

function CasesTableRow({ row }: { row: CaseListItem }) {
  const outcome = outcomeWords[row.outcome];
  return (
    <tr>
      <td>
        {/* Two links, their middles 24 px apart, also from the row below. */}
        <div className="-my-0.5 grid gap-1">
          <Link
            className="block max-w-24 truncate font-mono text-secondary leading-5 text-link hover:underline"
            href={caseHref(row.caseId)}
            prefetch={false}
            title={row.caseId}
          >
            <MaskedText text={row.caseId} />
          </Link>
          <Customer customerId={row.customerId} />
        </div>
      </td>
      <td data-wide="">
        <CaseKind row={row} />
      </td>
      <td data-wide="">
        <JourneyStrip journey={row.journey} tilesMax={tilesMax} />
      </td>
      <td data-number="" data-label="Touchpoints">
        {formatCount(row.touchpoints)}
      </td>
      <td data-number="" data-label="Handoffs" data-end="">
        {formatCount(row.handoffs)}
      </td>
      <td data-lead="">
        <span className="block">
          <StatusBadge
            tone={outcome.tone}
            label={outcome.label}
            variant="bare"
            title={outcome.meaning}
          />
        </span>
        <span className="block text-axis text-text-faint">{evidenceWords[row.evidence].inRow}</span>
      </td>
      <td data-label="Opened">
        <span className="text-secondary whitespace-nowrap text-text-muted">
          <Instant atUs={row.openedUs} style="day" />
        </span>
      </td>
      <td data-label="Last contact" data-end="">
        <span className="text-secondary whitespace-nowrap text-text-muted">
          <Instant atUs={row.lastContactUs} style="day" />
        </span>
      </td>
    </tr>
  );
}

function Customer({ customerId }: { customerId: string | null }) {
  if (customerId === null) {
    return <span className="block text-axis text-text-faint">customer unknown</span>;
  }
  return (
    <Link
      className="block max-w-24 truncate text-axis leading-5 text-text-faint hover:text-text hover:underline"
      href={customerHref(customerId)}
      prefetch={false}
      title={customerId}
    >
      <MaskedText text={customerId} />
    </Link>
  );
}

function CaseKind({ row: { caseType, intent } }: { row: CaseListItem }) {
  const first = caseType ?? intent;
  if (first === null) return <span className="text-secondary text-text-faint">unknown</span>;
  const second = intent === first ? null : intent;
  return (
    <>
      <span
        className={`max-w-28 text-secondary @min-[960px]:max-w-44 ${second === null ? "line-clamp-2" : "block truncate"}`}
        title={first}
      >
        {wordsOf(first)}
      </span>
      {second === null ? null : (
        <span
          className="block max-w-28 truncate @min-[960px]:max-w-44 text-axis text-text-faint"
          title={second}
        >
          {wordsOf(second)}
        </span>
      )}
    </>
  );
}
