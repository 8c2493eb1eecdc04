import { textTable } from "@/lib/analytics/charts/text-table";
import type { ContractModel } from "@/lib/pages/persona/persona-model";
import { approvedVersions, contract as words } from "@/lib/pages/persona/words/tables";
import { channelWords } from "@/lib/format/wording";
import { ChannelLabel } from "../case/channel-label";
import { CsvLink } from "../charts/csv-link";
import { StatusBadge } from "../ui/status-badge";
import { ScrollRegion } from "@/components/ui/scroll-region";

/** The contract in force, what is declared for each channel, and where a channel leaves it. */
export function ContractCard({ contract }: { contract: ContractModel }) {
  const { title, subtitle, escalation, rows, versions } = contract;
  return (
    <section className="rounded-card border border-border bg-panel break-inside-avoid">
      <header className="px-4 pt-3 pb-2">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-secondary text-text-faint">{subtitle}</p>
      </header>
      {rows.length === 0 ? null : (
        <ScrollRegion label={words.region}>
          <table className="w-full text-left">
            <thead>
              <tr className="text-secondary text-text-faint">
                {words.columns.map((name) => (
                  <th key={name} scope="col" className="py-1 pr-3 font-normal first:pl-4">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ channel, allowances, prompts, deviations }) => (
                <tr key={channel} className="border-t border-border align-top">
                  <th scope="row" className="py-1.5 pr-3 pl-4 font-normal">
                    <ChannelLabel channel={channel} />
                  </th>
                  <td className="min-w-44 py-1.5 pr-3 text-secondary text-text-muted">
                    {allowances}
                  </td>
                  <td className="min-w-44 py-1.5 pr-3 text-secondary text-text-muted">{prompts}</td>
                  <td className="min-w-44 py-1.5 pr-3 text-secondary">
                    <Deviations deviations={deviations} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <footer className="grid gap-1 border-t border-border px-4 py-2 text-secondary text-pretty text-text-muted">
        {escalation === "" ? null : <p>{escalation}</p>}
        <p>{versions.length === 0 ? words.noVersion : approvedVersions(versions.join("; "))}</p>
        {rows.length === 0 ? null : (
          <CsvLink
            name={title}
            table={textTable(
              words.columns,
              rows.map(({ channel, allowances, prompts, deviations }) => [
                channelWords[channel],
                allowances,
                prompts,
                deviations.join("; "),
              ]),
            )}
          />
        )}
      </footer>
    </section>
  );
}

function Deviations({ deviations }: { deviations: readonly string[] }) {
  if (deviations.length === 0) return <span className="text-text-muted">{words.noDeviation}</span>;
  return (
    <ul>
      {deviations.map((deviation) => (
        <li key={deviation} className="flex items-start gap-1">
          <StatusBadge tone="fail" label="" variant="bare" />
          {deviation}
        </li>
      ))}
    </ul>
  );
}
