"use client";

import type { CasesPageModel } from "@/lib/pages/cases/cases-page-model";
import { formatCount } from "@/lib/format/format";
import { stripGroups, type StripBar, type StripGroup } from "@/lib/pages/cases/strip-groups";
import { Annotations } from "../annotations/annotations";
import { MarkerLetter } from "../annotations/marker-letter";
import type { PageAnnotations } from "../annotations/page-annotations";
import { LazyDetails } from "../ui/lazy-details";
import { useCasesNavigation } from "./cases-navigation";
import { QueryLink } from "./query-link";
import { strip } from "@/lib/pages/cases/words/list";

const heightPx = 36;

type CasesStripProps = Pick<CasesPageModel, "histogram"> & {
  annotations: PageAnnotations;
};

/** Histogram of cases by opening day: listed cases in front of all cases; a bar filters to its days. */
export function CasesStrip({ histogram, annotations }: CasesStripProps) {
  const { query } = useCasesNavigation();
  const groups = stripGroups(histogram, query, annotations.model.lines);
  const hasAnnotations = groups.some(({ bars }) =>
    bars.some(({ annotation }) => annotation !== null),
  );
  if (groups.length === 0) return null;
  return (
    <section
      aria-label={strip.label}
      className="rounded-card border border-border bg-panel px-4 pt-3 pb-1 print:hidden"
    >
      <div
        className={`flex gap-3 max-roomy:gap-2 ${hasAnnotations ? "pt-3" : ""}`}
        aria-hidden="true"
      >
        {groups.map((group) => (
          <Group key={group.label} group={group} />
        ))}
      </div>
      <Annotations annotations={annotations} shownMax={3} />
      <StripTable groups={groups} />
    </section>
  );
}

function Group({ group }: { group: StripGroup }) {
  return (
    <div className="@container min-w-0" style={{ flex: `${String(group.bars.length)} 1 0` }}>
      <div
        className="flex items-end gap-px border-b border-border-strong"
        style={{ height: heightPx }}
      >
        {group.bars.map((bar) => (
          <Bar key={bar.fromUs} bar={bar} />
        ))}
      </div>
      <p className="min-h-4 truncate pt-0.5 text-axis text-text-faint">
        <span className="hidden @min-[26px]:inline">{group.label}</span>
      </p>
      <p className="hidden text-axis text-text-faint @min-[36px]:block">
        <b className="text-text">{formatCount(group.matching)}</b>
        {group.matching === group.all ? null : (
          <span className="hidden @min-[72px]:inline">{strip.of(group.all)}</span>
        )}
      </p>
    </div>
  );
}

/** The table below it is the accessible equivalent. */
function Bar({ bar }: { bar: StripBar }) {
  const counted = strip.bar(bar.words, bar.matching, bar.all);
  const words = [counted, ...(bar.annotation?.words ?? [])].join("\n");
  return (
    <QueryLink
      to={bar.to}
      tabIndex={-1}
      look="relative h-full min-w-0 flex-1 max-w-12 hover:bg-hover"
      label={words}
      title={words}
    >
      <BarAnnotation annotation={bar.annotation} />
      <span
        className="absolute inset-x-0 bottom-0 rounded-t-[2px] bg-neutral-wash"
        style={{ height: barHeight(bar.allHeight) }}
      />
      <span
        className="absolute inset-x-0 bottom-0 rounded-t-[2px] bg-text"
        style={{ height: barHeight(bar.matchingHeight) }}
      />
    </QueryLink>
  );
}

/** Annotations: points above the bar of their days, ranges as a line. */
function BarAnnotation({ annotation }: Pick<StripBar, "annotation">) {
  if (annotation === null) return null;
  return (
    <>
      {annotation.isRange ? (
        <span className="absolute inset-x-0 -top-0.5 h-0.5 bg-text-muted" />
      ) : null}
      {annotation.letters === null ? null : (
        <span className="absolute bottom-full left-0 z-1">
          <MarkerLetter letter={annotation.letters} />
        </span>
      )}
    </>
  );
}

/** A minimum height keeps a single case visible. */
function barHeight(share: number): number {
  return share === 0 ? 0 : Math.max(2, Math.round(share * heightPx));
}

function StripTable({ groups }: { groups: readonly StripGroup[] }) {
  return (
    <LazyDetails
      summary={strip.table}
      className="text-secondary text-text-faint"
      summaryClassName="-mx-1 w-fit rounded-chip px-1 text-axis leading-6 hover:text-text"
    >
      <DaysTable groups={groups} />
    </LazyDetails>
  );
}

function DaysTable({ groups }: { groups: readonly StripGroup[] }) {
  return (
    <div className="max-h-60 overflow-y-auto pt-1">
      <table className="w-full">
        <caption className="sr-only">{strip.caption}</caption>
        <thead className="text-left">
          <tr>
            <th scope="col" className="font-normal">
              {strip.opened}
            </th>
            <th scope="col" className="text-right font-normal">
              {strip.listed}
            </th>
            <th scope="col" className="text-right font-normal">
              {strip.all}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups
            .flatMap((group) => group.bars)
            .map((bar) => (
              <tr key={bar.fromUs} className="border-t border-border">
                <th scope="row" className="py-0.5 text-left font-normal">
                  <QueryLink
                    to={bar.to}
                    look="inline-flex min-h-6 items-center text-link hover:underline"
                  >
                    {bar.words}
                  </QueryLink>
                </th>
                <td className="text-right text-text">{formatCount(bar.matching)}</td>
                <td className="text-right">{formatCount(bar.all)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
