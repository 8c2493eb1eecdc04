"use client";

import type { BarModel } from "@/lib/analytics/charts/chart-model";
import { BarList } from "../charts/bar-list";
import { TableUnder } from "../charts/table-under";
import { ButtonDialog } from "../ui/dialog";

type WhatChangedProps = {
  change: BarModel;
  /** Of the button. */
  label: string;
};

/** The parts of the change of case resolution, behind a button. */
export function WhatChanged({ change: { rows, frame }, label }: WhatChangedProps) {
  const { title, subtitle, table, note } = frame;
  return (
    <ButtonDialog label={label} title={title} description={subtitle} width="wide">
      {() => (
        <figure aria-label={frame.label} className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <BarList rows={rows} />
          {note === "" ? null : (
            <figcaption className="text-secondary text-pretty text-text-muted">{note}</figcaption>
          )}
          <TableUnder table={table} name={title} />
        </figure>
      )}
    </ButtonDialog>
  );
}
