import { displayZone, formatInstant } from "@/lib/format/format";
import { MaskedText } from "../ui/masked-text";

type PrintHeaderProps = {
  /** The subject of a page about one thing: "Case C-1, workspace demo". */
  subject?: string;
  /** Each filter as text; empty: no filter. Absent on a page about one thing. */
  filters?: readonly string[];
  /** The shown period as text. */
  period: string;
  /** The newest contact, microseconds since 1970; null: no contact. */
  dataAsOfUs: number | null;
  /** Evaluators whose verdicts are shown, with versions. */
  evaluators: readonly string[];
  /** When the page was drawn, microseconds since 1970. */
  generatedUs: number;
};

/** Filters, period and versions for print, where controls are hidden. */
export function PrintHeader(props: PrintHeaderProps) {
  const { subject, filters, period, dataAsOfUs, evaluators, generatedUs } = props;
  const dataAsOf = dataAsOfUs === null ? "no contact yet" : instantWords(dataAsOfUs);
  return (
    <dl className="hidden grid-cols-[max-content_minmax(0,1fr)] gap-x-3 border-b border-border-strong pb-2 text-secondary print:grid">
      {subject === undefined ? null : <Fact name="About" value={subject} />}
      {filters === undefined ? null : (
        <Fact name="Filters" value={filters.length === 0 ? "none" : filters.join(" · ")} />
      )}
      <Fact name="Period" value={period} />
      <Fact name="Data as of" value={dataAsOf} />
      <Fact name="Evaluators" value={evaluators.length === 0 ? "none" : evaluators.join(" · ")} />
      <Fact name="Generated at" value={instantWords(generatedUs)} />
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-text-muted">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">
        <MaskedText text={value} />
      </dd>
    </>
  );
}

function instantWords(atUs: number): string {
  return `${formatInstant(atUs, "minute")} ${displayZone()}`;
}
