import Link from "next/link";
import type { CaseStrip, FindingPanel as Panel } from "@/lib/pages/disclosures/disclosures-model";
import type { ReviewDecision } from "@/lib/domain/quality/disclosure-review";
import { channelWords } from "@/lib/format/wording";
import { casePackHref } from "@/lib/pages/case/href";
import { ChannelLabel } from "../case/channel-label";
import { buttonClasses } from "../ui/button-classes";
import { Icon } from "../ui/icon";
import { Instant } from "../ui/instant";
import { Kbd } from "../ui/kbd";
import { LinkKeys } from "../ui/link-keys";
import { MaskedText } from "../ui/masked-text";
import { MaskedValue } from "../ui/masked-value";
import { PackLink } from "./pack-link";
import { ReviewControl, type ReviewAction } from "./review-control";
import { ScrollRegion } from "../ui/scroll-region";
import { StatusBadge } from "../ui/status-badge";

const part = "grid gap-2 border-t border-border px-4 py-3";

type FindingPanelProps = {
  panel: Panel | null;
  /** Null: the viewer may not decide. */
  onReview: ReviewAction | null;
  /** Whether the viewer may make evidence packs. */
  canPack: boolean;
  /** Those that can be taken; absent: all. */
  decisions?: readonly ReviewDecision[];
};

/** The evidence of one finding, its case across channels, and the decisions on it. */
export function FindingPanel({ panel, onReview, canPack, decisions }: FindingPanelProps) {
  if (panel === null) {
    return (
      <section className="rounded-card border border-border bg-panel px-4 py-3 text-text-muted">
        No finding is chosen.
      </section>
    );
  }
  const { caseId, caseHref, channel, title, rule, status, because, searched } = panel;
  return (
    <section aria-label="Evidence" className="rounded-card border border-border bg-panel">
      <LinkKeys
        hrefs={{ nextFinding: panel.nextHref, previousFinding: panel.previousHref }}
        scroll={false}
      />
      <header className="flex flex-wrap items-center gap-2 px-4 pt-3 pb-2">
        <Link
          className="inline-flex min-h-6 items-center font-mono [overflow-wrap:anywhere] text-link hover:underline"
          href={caseHref}
        >
          <MaskedText text={caseId} />
        </Link>
        <ChannelLabel channel={channel} />
        <nav aria-label="Findings" className="ml-auto flex gap-2 print:hidden">
          <Step href={panel.previousHref} words="Previous" letter="k" />
          <Step href={panel.nextHref} words="Next" letter="j" />
        </nav>
      </header>
      <div className={part}>
        <h2 className="font-semibold">{title}</h2>
        <p>
          <StatusBadge tone={status.tone} label={status.label} variant="line" />
        </p>
        <p className="text-text-muted">{because}</p>
        <p className="text-secondary text-text-faint">
          {rule}
          {searched === null ? "" : `. Searched: ${searched}`}
        </p>
      </div>
      <div className={part}>
        <h3 className="font-semibold">Where it had to be</h3>
        <Turns turns={panel.turns} />
      </div>
      <div className={part}>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="font-semibold">This case on every channel</h3>
          {canPack ? <PackLink href={casePackHref(caseId)} /> : null}
        </div>
        <Strip strip={panel.strip} />
      </div>
      <div className={part}>
        <h3 className="font-semibold">Decision</h3>
        {decisions === undefined ? <ReviewLines {...panel} mayReview={onReview !== null} /> : null}
        {onReview === null || panel.withheld !== null ? null : (
          <ReviewControl
            key={`${panel.target.caseId} ${String(panel.target.ordinal)}`}
            target={panel.target}
            alike={panel.alike}
            decisions={decisions}
            onReview={onReview}
          />
        )}
      </div>
    </section>
  );
}

function Step({ href, words, letter }: { href: string | null; words: string; letter: string }) {
  if (href === null) return null;
  return (
    <Link className={buttonClasses.default} href={href} prefetch={false} scroll={false}>
      {words}{" "}
      <span className="max-roomy:hidden" aria-hidden="true">
        <Kbd label={letter} />
      </span>
    </Link>
  );
}

type ReviewLinesProps = Pick<Panel, "reviews" | "withheld"> & { mayReview: boolean };

function ReviewLines({ reviews, withheld, mayReview }: ReviewLinesProps) {
  return (
    <>
      {withheld === null ? null : <Withheld {...withheld} mayReview={mayReview} />}
      <ShownLines reviews={reviews} isWithheld={withheld !== null} />
    </>
  );
}

function Withheld({ secondHref, mayReview }: { secondHref: string | null; mayReview: boolean }) {
  return (
    <p className="text-pretty text-text-muted">
      {secondHref === null || !mayReview ? (
        "It is decided. The decision is shown once somebody who sees all regions has reviewed it as well."
      ) : (
        <>
          It is decided. A sample asks for a second review of it, and the decision is shown once
          that is made.{" "}
          <Link
            className="inline-flex min-h-6 items-center text-link hover:underline print:hidden"
            href={secondHref}
          >
            Review it the second time
          </Link>
        </>
      )}
    </p>
  );
}

type ShownLinesProps = Pick<Panel, "reviews"> & { isWithheld: boolean };

function ShownLines({ reviews, isWithheld }: ShownLinesProps) {
  if (reviews.length === 0 && isWithheld) return null;
  if (reviews.length === 0) return <p className="text-text-muted">Nobody has reviewed it.</p>;
  return (
    <ul className="grid gap-1">
      {reviews.map(({ id, words, by, atUs, reason, about }) => (
        <li key={id}>
          <b className="inline-block first-letter:uppercase">{words}</b>{" "}
          <span className="text-secondary text-text-muted">
            by {by}, <Instant atUs={atUs} style="minute" />
            {about === "" ? "" : `, ${about}`}
          </span>
          {reason === "" ? null : (
            <p className="[overflow-wrap:anywhere]">
              <MaskedText text={reason} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Turns({ turns }: Pick<Panel, "turns">) {
  if (turns.length === 0) return <p className="text-text-muted">No words were searched.</p>;
  return turns.map(({ label, who, atUs, segments, tone }, index) => (
    <blockquote
      key={index}
      className={`grid gap-0.5 border-l-2 pl-2.5 ${tone === "fail" ? "border-fail" : "border-border-strong"}`}
    >
      <p className="flex flex-wrap items-center gap-1.5 text-secondary text-text-muted">
        {label} · {who} · <Instant atUs={atUs} style="weekdayTime" />
      </p>
      <p className="[overflow-wrap:anywhere] whitespace-pre-line">
        {segments.map(({ raw, masked, refs }, at) => {
          const words =
            masked === null ? raw : <MaskedValue type={masked.type} pseudonym={masked.pseudonym} />;
          return refs.length === 0 ? (
            <span key={at}>{words}</span>
          ) : (
            <mark key={at} data-tone={tone}>
              {words}
            </mark>
          );
        })}
      </p>
    </blockquote>
  ));
}

function Strip({ strip: { contacts, rows } }: { strip: CaseStrip }) {
  return (
    <ScrollRegion label="Rules across the contacts of this case">
      <table className="w-full">
        <thead>
          <tr className="text-secondary text-text-faint">
            <th scope="col" className="py-1 pr-2 text-left font-normal">
              Rule
            </th>
            {contacts.map(({ channel, atUs }, at) => (
              <th key={at} scope="col" className="px-1 py-1 text-center font-normal">
                <span
                  className={`channel-${channel} inline-flex text-(--channel-ink)`}
                  title={channelWords[channel]}
                >
                  <Icon name={channel} />
                  <span className="sr-only">
                    {channelWords[channel]}, <Instant atUs={atUs} style="day" />
                  </span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name} className="border-t border-border">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                {name}
              </th>
              {cells.map(({ tone, word }, at) => (
                <td key={at} className="px-1 py-1 text-center">
                  {tone === null ? (
                    <span className="text-text-faint" title={word}>
                      ·<span className="sr-only">{word}</span>
                    </span>
                  ) : (
                    <span className={`inline-flex ${inks[tone]}`} title={word}>
                      <Icon name={tone} isBold />
                      <span className="sr-only">{word}</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const inks = {
  pass: "text-pass",
  fail: "text-fail",
  warn: "text-warn",
  none: "text-text-muted",
} as const;
