import Link from "next/link";
import type { ReactNode } from "react";
import {
  caseCellText,
  caseColumnEntries,
  caseKindWords,
  contextCell,
  scoreCell,
  type VerdictCell,
} from "@/lib/analytics/words/case-cells";
import type { CaseListItem } from "@/lib/analytics/words/case-list-item";
import type { CaseColumn } from "@/lib/analytics/filter/cases-query";
import { customerHref } from "@/lib/pages/customer/url";
import { evidenceWords, outcomeWords } from "@/lib/format/wording";
import { JourneyStrip } from "../case/journey-strip";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { columnHidePriority } from "./column-hide-priority";
import { table } from "@/lib/pages/cases/words/list";

/** Tiles of a journey that fit beside an open preview, and without it. */
const tilesMax = { tight: 5, roomy: 6 };

type CaseCellProps = {
  name: CaseColumn;
  row: CaseListItem;
  /** True beside an open preview. */
  isTight: boolean;
};

/** One cell of the list of cases. */
export function CaseCell({ name, row, isTight }: CaseCellProps) {
  const { label, isNumber } = caseColumnEntries[name];
  return (
    <td
      data-cell={name}
      data-number={isNumber ? "" : undefined}
      data-spare={columnHidePriority(name)}
      data-label={columnHidePriority(name) === undefined ? undefined : label}
    >
      <Content name={name} row={row} isTight={isTight} />
    </td>
  );
}

function Content({ name, row, isTight }: CaseCellProps): ReactNode {
  switch (name) {
    case "journey":
      return (
        <JourneyStrip
          journey={row.journey}
          verdicts={row.handoffVerdicts}
          tilesMax={isTight ? tilesMax.tight : tilesMax.roomy}
        />
      );
    case "type":
      return <Kind row={row} />;
    case "customer":
      return <Customer customerId={row.customerId} />;
    case "handoffs":
      return <VerdictBadge cell={contextCell(row.contexts)} />;
    case "worst_score":
      return (
        <VerdictBadge cell={row.worstScore === null ? notScored : scoreCell(row.worstScore)} />
      );
    case "outcome":
      return <OutcomeBadge row={row} />;
    case "opened":
      return <Day atUs={row.openedUs} />;
    case "last_contact":
      return <Day atUs={row.lastContactUs} />;
    default:
      return <Plain text={caseCellText(name, row)} />;
  }
}

const notScored: VerdictCell = {
  tone: "none",
  words: table.notScored,
  meaning: table.notScoredMeaning,
};

/** A verdict in a table cell. */
export function VerdictBadge({ cell: { tone, words, meaning } }: { cell: VerdictCell }) {
  return <StatusBadge tone={tone} label={words} variant="bare" title={meaning} />;
}

function OutcomeBadge({ row: { outcome, evidence } }: { row: CaseListItem }) {
  const { tone, label, meaning } = outcomeWords[outcome];
  const proof = evidenceWords[evidence].inRow;
  return (
    <StatusBadge
      tone={tone}
      label={label}
      variant="bare"
      title={table.outcomeMeaning(meaning, proof)}
    />
  );
}

function Kind({ row }: { row: CaseListItem }) {
  const [kind, detail] = caseKindWords(row);
  if (kind === "") return <Plain text="" />;
  const words = detail === null ? kind : `${kind}: ${detail}`;
  return (
    <span className="block max-w-32 truncate text-text-muted" title={words}>
      {kind}
    </span>
  );
}

function Customer({ customerId }: { customerId: string | null }) {
  if (customerId === null) return <Plain text="" />;
  return (
    <Link
      className="block max-w-32 truncate text-secondary leading-6 text-text-muted hover:text-text hover:underline"
      href={customerHref(customerId)}
      prefetch={false}
      title={customerId}
    >
      <MaskedText text={customerId} />
    </Link>
  );
}

function Day({ atUs }: { atUs: number | null }) {
  return (
    <span className="text-secondary whitespace-nowrap text-text-muted">
      <Instant atUs={atUs} style="day" />
    </span>
  );
}

/** Text as it arrived; missing text is shown as such. */
function Plain({ text }: { text: string }) {
  if (text === "") return <span className="text-secondary text-text-faint">{table.unknown}</span>;
  return (
    <span className="inline-block max-w-40 truncate align-top" title={text}>
      <MaskedText text={text} />
    </span>
  );
}
