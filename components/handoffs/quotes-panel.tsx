import Link from "next/link";
import type { QuotesModel, QuoteView } from "@/lib/pages/handoffs/handoffs-model";
import { quotesWords } from "@/lib/pages/handoffs/words";
import { AgentLabel } from "../case/agent-label";
import { ChannelLabel } from "../case/channel-label";
import { buttonClasses } from "../ui/button-classes";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { Kbd } from "../ui/kbd";
import { LinkKeys } from "../ui/link-keys";
import { MaskedText } from "../ui/masked-text";
import { MaskedValue } from "../ui/masked-value";
import { StatusBadge } from "../ui/status-badge";

/** The two quotes of a handoff at which the customer was asked again. */
export function QuotesPanel({ quotes }: { quotes: QuotesModel }) {
  const { title, total, at, shown, previousHref, nextHref } = quotes;
  return (
    <Card title={quotesWords.title} subtitle={title}>
      <LinkKeys hrefs={{ nextQuote: nextHref, previousQuote: previousHref }} scroll={false} />
      {shown === null ? (
        <p className="text-text-muted">{total === 0 ? quotesWords.noneOfPair : quotesWords.gone}</p>
      ) : (
        <>
          <p className="text-secondary text-text-muted">
            <MaskedText text={shown.what} />
          </p>
          {shown.given === null ? null : <Quotation quote={shown.given} isMishap={false} />}
          <p className="flex flex-wrap items-center gap-2 text-secondary text-text-muted">
            <span aria-hidden="true">↓</span> {shown.gap}{" "}
            <StatusBadge tone={shown.fate.tone} label={shown.fate.label} variant="bare" />
          </p>
          {shown.question === null ? null : <Quotation quote={shown.question} isMishap />}
          <p className="flex flex-wrap items-center gap-x-3 text-secondary">
            <span className="text-text-muted">{quotesWords.position(at, total)}</span>
            <Link
              className="inline-flex min-h-6 items-center font-mono text-link"
              href={shown.href}
            >
              <MaskedText text={shown.caseId} />
            </Link>
          </p>
        </>
      )}
      <nav aria-label={quotesWords.nav} className="flex gap-2 print:hidden">
        <Step href={previousHref} words={quotesWords.previous} letter="k" />
        <Step href={nextHref} words={quotesWords.next} letter="j" />
      </nav>
    </Card>
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

function Quotation({ quote, isMishap }: { quote: QuoteView; isMishap: boolean }) {
  const { channel, agent, atUs, segments } = quote;
  return (
    <blockquote
      className={`grid gap-0.5 border-l-2 pl-2.5 ${isMishap ? "border-fail" : "border-border-strong"}`}
    >
      <p className="flex flex-wrap items-center gap-1.5 text-secondary text-text-muted">
        <ChannelLabel channel={channel} />
        {agent === null ? quotesWords.customer : <AgentLabel kind={agent} />} ·{" "}
        <Instant atUs={atUs} style="weekdayTime" />
      </p>
      <p className="[overflow-wrap:anywhere]">
        {segments.map(({ raw, masked, refs }, index) => {
          const words =
            masked === null ? raw : <MaskedValue type={masked.type} pseudonym={masked.pseudonym} />;
          return refs.length === 0 ? (
            <span key={index}>{words}</span>
          ) : (
            <mark key={index} data-tone={isMishap ? "fail" : "none"}>
              {words}
            </mark>
          );
        })}
      </p>
    </blockquote>
  );
}
