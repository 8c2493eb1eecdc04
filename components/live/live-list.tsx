"use client";

import { Fragment, useState } from "react";
import type { LiveModel } from "@/lib/pages/live/live-model";
import { table } from "@/lib/pages/live/words/view";
import { Pager } from "../ui/pager";
import { ProblemNote } from "../ui/problem-note";
import type { LiveActions } from "./live-actions";
import { LiveDialog } from "./live-dialog";
import { LeftOut, SectionRow, WaitingRows } from "./live-list-parts";
import { LiveRowView } from "./live-row-view";
import { LiveStatus } from "./live-status";
import { useDrawnRows } from "./use-drawn-rows";
import { useKeptFocus } from "./use-kept-focus";
import { useLiveKeys } from "./use-live-keys";

const headings = Object.values(table.columns);

type LiveListProps = {
  model: LiveModel;
  /** Null: the viewer may not act. */
  actions: LiveActions | null;
};

/** The cases of one list, with keys to go through them and to act. */
export function LiveList({ model, actions }: LiveListProps) {
  const { pagination, empty, query, sections, left, viewer } = model;
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const [isDialogOpen, setDialogOpen] = useState(false);
  const drawn = useDrawnRows(model.rows, menuOf !== null || isDialogOpen);
  const { rows, gone, arrived, onTouch, onLeave } = drawn;
  const keys = useLiveKeys({ rows, list: query.list, actions, drawn });
  const { selected, opened, onStep, onSelect, announcement, problem } = keys;
  if (isDialogOpen !== (opened !== null)) setDialogOpen(opened !== null);
  const keptFocus = useKeptFocus(rows);
  const columns = headings.length + (actions === null ? 0 : 1);
  return (
    <>
      <span className="sr-only" aria-live="polite">
        {announcement}
      </span>
      <LiveStatus arrived={arrived} />
      <ProblemNote problem={problem} />
      {rows.length === 0 ? (
        <p className="rounded-card border border-border bg-panel px-4 py-3">{empty}</p>
      ) : (
        <div
          className="records relative rounded-card border border-border bg-panel"
          onPointerMove={({ pointerType }) => {
            if (pointerType === "mouse") onTouch();
          }}
          onPointerLeave={onLeave}
          {...keptFocus}
        >
          {drawn.isBehind ? <WaitingRows added={drawn.added} onShow={drawn.release} /> : null}
          <table>
            <caption className="sr-only">{table.caption}</caption>
            <thead>
              <tr>
                {headings.map((words) => (
                  <th key={words} scope="col">
                    {words}
                  </th>
                ))}
                {actions === null ? null : (
                  <th scope="col" data-actions="">
                    <span className="sr-only">{table.act}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <Fragment key={row.caseId}>
                  {row.section === rows[at - 1]?.section ? null : (
                    <SectionRow
                      section={sections.find(({ key }) => key === row.section)}
                      columns={columns}
                    />
                  )}
                  <LiveRowView
                    row={row}
                    isMine={row.ownerId === viewer}
                    isSelected={row.caseId === selected}
                    isNew={arrived.has(row.caseId)}
                    isGone={gone.has(row.caseId)}
                    hasPromises={query.list === "promises"}
                    onStep={actions === null ? null : onStep}
                    onSelect={onSelect}
                    onMenu={setMenuOf}
                  />
                </Fragment>
              ))}
            </tbody>
          </table>
          {left === null ? null : <LeftOut left={left} />}
          <Pager label={table.pages} pagination={pagination} />
        </div>
      )}
      {actions === null || opened === null ? null : (
        <LiveDialog opened={opened} actions={actions} onClose={keys.close} />
      )}
    </>
  );
}
