import Link from "next/link";
import type { InsightsModel } from "@/lib/pages/insights/insights-model";
import { issueTable } from "@/lib/pages/insights/words/page";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { Card } from "../ui/card";

const { columns } = issueTable;

const headings = [
  [columns.issue, "text-left"],
  [columns.customers, "text-right"],
  [columns.quick, "text-left"],
  [columns.steps, "text-right"],
  [columns.result, "text-left"],
] as const;

/** What was compared, by issue, also where nothing was found. */
export function IssueTable({ issues }: { issues: NonNullable<InsightsModel["issues"]> }) {
  return (
    <Card title={issues.title} subtitle={issueTable.subtitle} isFlush>
      <ScrollRegion label={issueTable.region} look="border-t border-border">
        <table className="w-full tabular-nums">
          <thead>
            <tr className="text-secondary whitespace-nowrap text-text-faint">
              {headings.map(([words, look]) => (
                <th key={words} scope="col" className={`px-4 py-1.5 font-normal ${look}`}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {issues.rows.map(({ issue, href, cases, quick, steps, result }) => (
              <tr key={issue} className="h-9 border-t border-border hover:bg-hover">
                <th scope="row" className="px-4 text-left font-normal">
                  <Link
                    className="inline-flex min-h-6 items-center hover:underline"
                    href={href}
                    prefetch={false}
                  >
                    {issue}
                  </Link>
                </th>
                <td className="px-4 text-right">{cases}</td>
                <td className="px-4 whitespace-nowrap">{quick}</td>
                <td className="px-4 text-right">{steps}</td>
                <td className="px-4 whitespace-nowrap">{result}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}
