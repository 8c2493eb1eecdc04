import Link from "next/link";
import type {
  ComparedCell,
  ComparedTable as ComparedTableModel,
  DifferenceCell,
} from "@/lib/pages/compare/compare-model";
import { CsvLink } from "../charts/csv-link";
import { Card } from "../ui/card";

const cell = "py-1.5 pr-4 align-top text-left last:pr-0 max-roomy:p-0";

/** Figures of both versions, one metric a row; on a phone each row is a block. */
export function ComparedTable({ model }: { model: ComparedTableModel }) {
  const { title, columns, rows, note, table } = model;
  const [, a = "", b = "", crude = "", same = ""] = columns;
  if (rows.length === 0) return <p className="text-text-muted">{title}</p>;
  return (
    <Card title={title}>
      <table className="w-full border-collapse tabular-nums max-roomy:block">
        <thead className="max-roomy:sr-only">
          <tr className="border-b border-border text-secondary text-text-faint">
            {columns.map((words) => (
              <th key={words} scope="col" className={`${cell} font-normal`}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-roomy:block">
          {rows.map((row) => (
            <tr
              key={row.id}
              className="border-b border-border last:border-0 max-roomy:grid max-roomy:grid-cols-2 max-roomy:gap-x-3 max-roomy:gap-y-1.5 max-roomy:py-2"
            >
              <th scope="row" className={`${cell} font-semibold max-roomy:col-span-2`}>
                {row.name}
              </th>
              <FigureCell words={a} figure={row.a} />
              <FigureCell words={b} figure={row.b} />
              <Difference words={crude} difference={row.crude} isStrong={false} />
              <Difference words={same} difference={row.adjusted} isStrong={row.isClear} />
            </tr>
          ))}
        </tbody>
      </table>
      {note === "" ? null : <p className="text-secondary text-pretty text-text-muted">{note}</p>}
      <CsvLink table={table} name={title} />
    </Card>
  );
}

const detailLook = "block text-secondary text-text-muted";

function FigureCell({ words, figure: { value, detail, href } }: CellProps<ComparedCell>) {
  return (
    <td className={cell}>
      <StackedLabel words={words} />
      {href === null ? (
        value
      ) : (
        <Link className="text-link underline" href={href} prefetch={false}>
          {value}
        </Link>
      )}
      <span className={detailLook}>{detail}</span>
    </td>
  );
}

type CellProps<Figure> = { words: string; figure: Figure };

function Difference(props: { words: string; difference: DifferenceCell; isStrong: boolean }) {
  const { words, difference, isStrong } = props;
  return (
    <td className={cell}>
      <StackedLabel words={words} />
      <span className={isStrong ? "font-semibold" : ""}>{difference.value}</span>
      <span className={detailLook}>{difference.detail}</span>
    </td>
  );
}

/** The column's heading, on a phone. */
function StackedLabel({ words }: { words: string }) {
  return (
    <span className="hidden text-secondary text-text-faint max-roomy:block" aria-hidden="true">
      {words}
    </span>
  );
}
