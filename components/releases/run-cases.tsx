import Link from "next/link";
import type { RunCase, RunModel } from "@/lib/pages/releases/releases-model";
import { ChannelLabel } from "../case/channel-label";
import { MaskedText } from "../ui/masked-text";
import { Pager } from "../ui/pager";
import { TabLinks } from "../ui/tab-links";

/** The cases of a run by what became of them, regressed first. */
export function RunCases({ model }: { model: RunModel }) {
  const { tabs, listTitle, cases, pagination, files } = model;
  return (
    <section className="rounded-card border border-border bg-panel" id="cases">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-3 pb-2">
        <h2 className="font-semibold">{listTitle}</h2>
        <span className="flex flex-wrap items-center gap-3">
          <TabLinks label="Cases" choices={tabs} />
          {files.map(({ words, href }) => (
            <a
              key={words}
              className="inline-flex min-h-6 items-center text-link hover:underline"
              href={href}
              download
            >
              {words}
            </a>
          ))}
        </span>
      </header>
      {cases.length === 0 ? null : (
        <>
          <CaseTable cases={cases} />
          <Pager label="Pages of cases" pagination={pagination} />
        </>
      )}
    </section>
  );
}

function CaseTable({ cases }: { cases: readonly RunCase[] }) {
  return (
    <div className="records border-t border-border" role="region" aria-label="Cases of the run">
      <table>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Channels</th>
            <th scope="col">Why</th>
            <th scope="col">They part at</th>
            <th scope="col">Prompts</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <tr key={each.item}>
              <td data-wide="">
                <span className="grid min-w-24 [overflow-wrap:anywhere]">
                  <Link className="text-link hover:underline" href={each.href} prefetch={false}>
                    <MaskedText text={each.item} />
                  </Link>
                  <span className="text-secondary text-text-muted">{each.stratum}</span>
                </span>
              </td>
              <td>
                <span className="flex flex-wrap gap-x-3">
                  {each.channels.map((channel) => (
                    <ChannelLabel key={channel} channel={channel} />
                  ))}
                </span>
              </td>
              <td data-wide="">
                <span className="grid text-pretty [overflow-wrap:anywhere]">
                  <MaskedText text={each.why} />
                  {each.expected === "" ? null : (
                    <span className="text-secondary text-text-muted">
                      Expected: <MaskedText text={each.expected} />
                    </span>
                  )}
                </span>
              </td>
              <td data-wide="">
                {each.parts === "" ? (
                  <span className="text-text-faint">–</span>
                ) : (
                  <span className="text-pretty [overflow-wrap:anywhere]">
                    <MaskedText text={each.parts} />
                  </span>
                )}
              </td>
              <td data-wide="">
                <Prompts before={each.before} after={each.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Prompts({ before, after }: Pick<RunCase, "before" | "after">) {
  if (before === after || before === "") return <span>{after === "" ? "–" : after}</span>;
  return (
    <span className="grid [overflow-wrap:anywhere]">
      <span>{after}</span>
      <span className="text-secondary text-text-muted">before: {before}</span>
    </span>
  );
}
