import Link from "next/link";
import { Fragment } from "react";
import type { LadderModel } from "@/lib/pages/overview/overview-model";
import { ladderWords } from "@/lib/pages/overview/words";
import { ChartFrame } from "../charts/chart-frame";
import { StackedBar } from "../charts/stacked-bar";

/** Outcomes by strength of proof, above those of the previous period. */
export function OutcomeLadder({ ladder }: { ladder: LadderModel }) {
  const { frame, segments, label, before, leftOut } = ladder;
  return (
    <ChartFrame frame={frame} foot={<LeftOut links={leftOut} />}>
      <StackedBar segments={segments} label={label} />
      {before === null ? null : (
        <div className="grid gap-1 pt-1">
          <StackedBar segments={before.segments} label={before.words} size="thin" />
          <p className="text-secondary text-text-muted first-letter:uppercase">{before.words}</p>
        </div>
      )}
    </ChartFrame>
  );
}

function LeftOut({ links }: { links: LadderModel["leftOut"] }) {
  if (links.length === 0) return ladderWords.noneLeftOut;
  return (
    <>
      {ladderWords.leftOut}{" "}
      {links.map(({ words, href }, at) => (
        <Fragment key={words}>
          {at === 0 ? null : " · "}
          <Link
            className="inline-flex min-h-6 items-center text-link hover:underline"
            href={href}
            prefetch={false}
          >
            {words}
          </Link>
        </Fragment>
      ))}
    </>
  );
}
