import { sentenceCase } from "@/lib/domain/sentence-case";
import { qualityHref } from "@/lib/pages/quality/url";
import type { MoodStep, MoodTurn, Moods } from "@/lib/format/scores/prepare-moods";
import { QuotationLink } from "../score/quotation-link";
import { Card } from "../ui/card";
import { StatusBadge } from "../ui/status-badge";
import { ChannelLabel } from "./channel-label";
import { moods as words } from "@/lib/pages/case/words/page";

/** The customer's frustration per contact, and its turning points. */
export function CaseMoods({ moods }: { moods: Moods | null }) {
  if (moods === null) return null;
  const { summary, steps, withoutSign, unscored } = moods;
  return (
    <Card title={words.title}>
      <p className="text-pretty">
        {summary}{" "}
        <a
          className="text-secondary whitespace-nowrap text-link underline"
          href={qualityHref("customer_sentiment")}
        >
          {words.accuracy}
        </a>
      </p>
      {steps.length === 0 ? null : (
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
          {steps.map((step) => (
            <Step key={step.contact} step={step} />
          ))}
        </ol>
      )}
      <Rest withoutSign={withoutSign} unscored={unscored} />
    </Card>
  );
}

function Step({ step }: { step: MoodStep }) {
  const { contact, channel, href, reading, value, turns } = step;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <a className="text-link hover:underline" href={href}>
          {words.contact(contact)}
        </a>
        <ChannelLabel channel={channel} />
        <span className="ml-auto">
          <StatusBadge tone={reading.tone} label={`${reading.says} ${value.toFixed(2)}`} />
        </span>
      </span>
      <span aria-hidden="true" className="h-1 rounded-chip bg-border">
        <span
          className="block h-1 rounded-chip bg-text-muted"
          style={{ width: `max(${String(value * 100)}%, 2px)` }}
        />
      </span>
      {turns.length === 0 ? null : (
        <ul className="grid gap-1.5 text-secondary text-text-muted [overflow-wrap:anywhere]">
          {turns.map((turn, index) => (
            <Turn key={index} turn={turn} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Turn({ turn: { isRise, quotation } }: { turn: MoodTurn }) {
  return (
    <li>
      {isRise ? words.rise : words.ease}
      <QuotationLink quotation={quotation} />
    </li>
  );
}

function Rest({ withoutSign, unscored }: Pick<Moods, "withoutSign" | "unscored">) {
  const summary = [
    ...(withoutSign === 0 ? [] : [words.withoutSign(withoutSign)]),
    ...(unscored === 0 ? [] : [words.unscored(unscored)]),
  ].join("; ");
  if (summary === "") return null;
  return <p className="text-secondary text-text-faint">{sentenceCase(summary)}.</p>;
}
