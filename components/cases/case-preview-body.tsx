import Link from "next/link";
import type { ReactNode } from "react";
import type { CasePeek } from "@/lib/pages/case/title/case-peek";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { customerHref } from "@/lib/pages/customer/url";
import { formatCount } from "@/lib/format/format";
import { evidenceWords } from "@/lib/format/wording";
import { JourneyStrip } from "../case/journey-strip";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { PreviewHandoffs } from "./preview-handoffs";
import { PreviewReasons } from "./preview-reasons";
import { previewFacts as names } from "@/lib/pages/cases/words/preview";

const tilesMax = 12;

/** What a case is about, why it is on the list, and how its handoffs went. */
export function CasePreviewBody({ peek }: { peek: CasePeek; query: CasesQuery }) {
  return (
    <>
      <section className="grid gap-2 border-b border-border px-4 py-3">
        <h2 className="text-[15px] leading-[22px] font-semibold tracking-tight text-pretty">
          <MaskedText text={peek.title} />
        </h2>
        <JourneyStrip journey={peek.journey} verdicts={peek.handoffVerdicts} tilesMax={tilesMax} />
        <Facts peek={peek} />
      </section>
      <PreviewReasons peek={peek} />
      <PreviewHandoffs handoffs={peek.handoffs} />
    </>
  );
}

function Facts({ peek }: { peek: CasePeek }) {
  const { closure, customerId } = peek;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-secondary">
      <Fact name={names.contacts}>{formatCount(peek.touchpoints)}</Fact>
      <Fact name={names.opened}>
        <Instant atUs={peek.openedUs} style="minute" />
      </Fact>
      <Fact name={names.lastContact}>
        <Instant atUs={peek.lastContactUs} style="minute" />
      </Fact>
      <Fact name={names.ending}>{peek.endWords}</Fact>
      <Fact name={names.evidence}>
        {evidenceWords[closure.evidence].label}
        {closure.because === "" ? "" : ": "}
        <span className="text-text-muted">
          <MaskedText text={closure.because} />
        </span>
      </Fact>
      <Fact name={names.customer}>
        {customerId === null ? (
          names.customerUnknown
        ) : (
          <Link
            className="font-mono text-link hover:underline"
            href={customerHref(customerId)}
            prefetch={false}
          >
            <MaskedText text={customerId} />
          </Link>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-faint">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
