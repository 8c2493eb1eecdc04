import type { DisclosuresModel } from "@/lib/pages/disclosures/disclosures-model";
import { formatCounted } from "@/lib/format/format";
import { Card } from "../ui/card";
import { PhoneDetails } from "../findings/phone-details";
import { Pager } from "../ui/pager";
import { DownloadLink } from "../findings/download-link";
import { TabLinks } from "../ui/tab-links";
import { FindingTable } from "./finding-table";

/** A page of findings, the latest first. */
export function FindingList({ list }: { list: DisclosuresModel["list"] }) {
  const { title, subtitle, filters, csv, lines, pagination } = list;
  return (
    <Card title={title} subtitle={subtitle} isFlush>
      <PhoneDetails words="Filters and CSV">
        <div className="flex flex-wrap items-center gap-2 px-4 pb-2 print:hidden">
          {filters.map(({ label, choices }) => (
            <TabLinks key={label} label={label} choices={choices} />
          ))}
          <DownloadLink href={csv.href} words={csv.words} />
        </div>
      </PhoneDetails>
      <PhoneDetails
        words={`Show all ${formatCounted(lines.length, "finding")} of this page`}
        rows={lines.length}
      >
        <FindingTable label={title} lines={lines} />
      </PhoneDetails>
      {pagination.total === 0 ? null : <Pager label="Pages of findings" pagination={pagination} />}
    </Card>
  );
}
