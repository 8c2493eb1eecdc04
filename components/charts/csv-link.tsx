import type { ChartTable } from "@/lib/analytics/charts/chart-model";
import { tableCsvHref } from "@/lib/analytics/charts/csv";

type CsvLinkProps = {
  table: ChartTable;
  /** Subject of the figures; also the file's name. */
  name: string;
};

/** Downloads a shown table as CSV. */
export function CsvLink({ table, name }: CsvLinkProps) {
  const file = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return (
    <a
      className="inline-flex min-h-6 items-center text-secondary text-link hover:underline print:hidden"
      href={tableCsvHref(table)}
      download={`${file.slice(0, 60)}.csv`}
      aria-label={`CSV: ${name}`}
    >
      CSV
    </a>
  );
}
