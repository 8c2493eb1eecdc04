"use client";

import Link from "next/link";
import type { LivePromiseLine, LiveRow } from "@/lib/pages/live/live-model";
import { ChannelLabel } from "../case/channel-label";
import { caseRowId } from "../cases/case-row-id";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { LiveRowMenu, type LiveStep } from "./live-row-menu";

const link = "inline-flex min-h-6 items-center text-link hover:underline [overflow-wrap:anywhere]";

type LiveRowViewProps = {
  row: LiveRow;
  isSelected: boolean;
  /** Whether each promise has a line of its own. */
  hasPromises: boolean;
  /** Null: the viewer may not act. */
  onStep: ((step: LiveStep) => void) | null;
  onSelect: () => void;
};

/** A case that needs a person: why, what time is left, who takes care of it, and what was said last. */
export function LiveRowView({ row, isSelected, hasPromises, onStep, onSelect }: LiveRowViewProps) {
  const { caseId, href, sentence, left, owner, isMine, agent, team, customer, note, off } = row;
  return (
    <tr
      id={caseRowId(caseId)}
      className="scroll-mt-12 scroll-mb-4 align-top"
      data-selected={isSelected ? "" : undefined}
      onClick={onSelect}
    >
      <td data-wide="">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link className={`${link} font-mono text-secondary`} href={href} prefetch={false}>
            <MaskedText text={caseId} />
          </Link>
          {customer === null ? null : (
            <Link className={`${link} text-secondary`} href={customer.href} prefetch={false}>
              <MaskedText text={customer.id} />
            </Link>
          )}
        </p>
        <p className="max-w-[64ch] text-pretty">{sentence}</p>
        {hasPromises
          ? row.promises.map((each) => <PromiseLine key={each.key} promise={each} />)
          : null}
        {off === null ? null : <p className="text-secondary text-text-muted">{off}</p>}
        {note === null ? null : (
          <p className="max-w-[64ch] text-secondary text-text-muted">
            Note: <MaskedText text={note} />
          </p>
        )}
      </td>
      <td data-label="Time">
        {left === null ? (
          <span className="text-text-faint">–</span>
        ) : (
          <StatusBadge tone={left.tone} label={left.label} variant="line" />
        )}
      </td>
      <td data-label="Owner">
        {owner === null ? (
          <span className="text-text-faint">nobody</span>
        ) : (
          <span>{isMine ? "you" : owner}</span>
        )}
      </td>
      <td data-label="Agent">
        <span className="block max-w-28 truncate" title={agent}>
          <MaskedText text={agent === "" ? "–" : agent} />
        </span>
        {team === "" ? null : <span className="block text-secondary text-text-muted">{team}</span>}
      </td>
      <td>
        <ChannelLabel channel={row.channel} />
      </td>
      <td data-wide="">
        <LastWords words={row.lastWords} />
      </td>
      {onStep === null ? null : (
        <td data-actions="">
          <LiveRowMenu row={row} onStep={onStep} />
        </td>
      )}
    </tr>
  );
}

function PromiseLine({ promise }: { promise: LivePromiseLine }) {
  const { href, what, quote, by, dueUs, state } = promise;
  return (
    <p className="max-w-[64ch] text-secondary text-text-muted">
      <Link className={link} href={href} prefetch={false}>
        {what}
      </Link>{" "}
      promised by <MaskedText text={by} />, due <Instant atUs={dueUs} style="due" />,{" "}
      <StatusBadge tone={state.tone} label={state.label} variant="line" />
      {quote === "" ? null : (
        <q className="block">
          <MaskedText text={quote} />
        </q>
      )}
    </p>
  );
}

function LastWords({ words }: { words: LiveRow["lastWords"] }) {
  if (words === null) return <span className="text-text-faint">no words recorded</span>;
  return (
    <div className="max-w-[44ch] text-secondary">
      <p className="line-clamp-3 [overflow-wrap:anywhere]">
        <MaskedText text={words.text} />
      </p>
      <p className="text-text-faint">
        {words.speaker}, <Instant atUs={words.atUs} style="weekdayTime" />
      </p>
    </div>
  );
}
