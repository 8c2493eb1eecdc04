"use client";

import Link from "next/link";
import { memo } from "react";
import type { LivePromiseLine, LiveRow } from "@/lib/pages/live/live-model";
import { row as words, table } from "@/lib/pages/live/words/view";
import { ChannelLabel } from "../case/channel-label";
import { caseRowId } from "../cases/case-row-id";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { LiveRowMenu, type LiveStep } from "./live-row-menu";

const link = "inline-flex min-h-6 items-center text-link hover:underline [overflow-wrap:anywhere]";

type LiveRowViewProps = {
  row: LiveRow;
  isMine: boolean;
  isSelected: boolean;
  /** It came with the last change. */
  isNew: boolean;
  /** It is not on the list any more, and keeps its place while somebody points at the rows. */
  isGone: boolean;
  /** Whether each promise has a line of its own. */
  hasPromises: boolean;
  /** Null: the viewer may not act. */
  onStep: ((step: LiveStep, caseId: string) => void) | null;
  onSelect: (caseId: string) => void;
  /** Called with the case whose menu is open; null: none. */
  onMenu: (caseId: string | null) => void;
};

/**
 * A case that needs a person: why, what time is left, who takes care of it, and what was said last. Drawn again only
 * if one of its properties is another one.
 */
export const LiveRowView = memo(function LiveRow(props: LiveRowViewProps) {
  const { row, isMine, isSelected, isNew, isGone, hasPromises, onStep, onSelect, onMenu } = props;
  const { caseId, href, sentence, left, owner, agent, team, customer, note, off } = row;
  return (
    <tr
      id={caseRowId(caseId)}
      className="scroll-mt-12 scroll-mb-4 align-top"
      data-selected={isSelected ? "" : undefined}
      data-new={isNew ? "" : undefined}
      data-gone={isGone ? "" : undefined}
      onClick={() => {
        onSelect(caseId);
      }}
    >
      <td data-wide="">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link className={`${link} font-mono text-secondary`} href={href} prefetch={false}>
            <MaskedText text={caseId} />
          </Link>
          {customer === null ? null : (
            <Link
              className={`${link} text-secondary`}
              href={customer.href}
              title={customer.id}
              prefetch={false}
            >
              {hasPromises ? <MaskedText text={customer.id} /> : words.customer}
            </Link>
          )}
        </p>
        <p className="max-w-[64ch] text-pretty">{sentence}</p>
        {hasPromises
          ? row.promises.map((each) => <PromiseLine key={each.key} promise={each} />)
          : null}
        {isGone ? <p className="text-secondary text-text-muted">{words.gone}</p> : null}
        {off === null ? null : <p className="text-secondary text-text-muted">{off}</p>}
        {note === null ? null : (
          <p className="max-w-[64ch] text-secondary text-text-muted">
            {words.note} <MaskedText text={note} />
          </p>
        )}
      </td>
      <td data-label={table.columns.time}>
        {left === null ? (
          <span className="text-text-faint">–</span>
        ) : (
          <StatusBadge tone={left.tone} label={left.label} variant="line" />
        )}
      </td>
      <td data-label={table.columns.owner}>
        {owner === null ? (
          <span className="text-text-faint">{words.nobody}</span>
        ) : (
          <span>{isMine ? words.you : owner}</span>
        )}
      </td>
      <td data-label={table.columns.agent}>
        {agent === "" && team !== "" ? null : (
          <span className="block max-w-28 truncate stacked:inline" title={agent}>
            <MaskedText text={agent === "" ? "–" : agent} />
          </span>
        )}{" "}
        {team === "" ? null : (
          <span className="block text-secondary text-text-muted stacked:inline">{team}</span>
        )}
      </td>
      <td>
        <ChannelLabel channel={row.channel} />
      </td>
      <td data-wide="">
        <LastWords said={row.lastWords} />
      </td>
      {onStep === null ? null : (
        <td data-actions="">
          <LiveRowMenu
            row={row}
            onStep={onStep}
            onOpenChange={(isOpen) => {
              onMenu(isOpen ? caseId : null);
            }}
          />
        </td>
      )}
    </tr>
  );
});

function PromiseLine({ promise }: { promise: LivePromiseLine }) {
  const { href, what, quote, by, dueUs, state } = promise;
  return (
    <p className="max-w-[64ch] text-secondary text-text-muted">
      <Link className={link} href={href} prefetch={false}>
        {what}
      </Link>{" "}
      {words.promisedBy} <MaskedText text={by} />, {words.due} <Instant atUs={dueUs} style="due" />,{" "}
      <StatusBadge tone={state.tone} label={state.label} variant="line" />
      {quote === "" ? null : (
        <q className="block">
          <MaskedText text={quote} />
        </q>
      )}
    </p>
  );
}

function LastWords({ said }: { said: LiveRow["lastWords"] }) {
  if (said === null) return <span className="text-text-faint">{words.noWords}</span>;
  return (
    <div className="max-w-[44ch] text-secondary">
      <p className="line-clamp-3 [overflow-wrap:anywhere]">
        <MaskedText text={said.text} />
      </p>
      <p className="text-text-faint">
        {said.speaker}, <Instant atUs={said.atUs} style="weekdayTime" />
      </p>
    </div>
  );
}
