import Link from "next/link";
import type { ReactNode } from "react";
import type { SpanPanel as SpanPanelModel } from "@/lib/pages/trace/trace-page-model";
import { spanPanelAnchor, type TraceTab } from "@/lib/pages/trace/url";
import { findingWords } from "@/lib/format/wording";
import { formatCount, formatCounted } from "@/lib/format/format";
import { ScoreList } from "../score/score-list";
import { CopyButton } from "../ui/copy-button";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { OutsideLinks } from "../layout/outside-links";
import { StatusBadge } from "../ui/status-badge";
import { LongText } from "./long-text";
import { SpanAttributes } from "./span-attributes";
import { SpanPassages } from "./span-passages";
import { SpanMessages } from "./span-messages";

const tabWords: Readonly<Record<TraceTab, string>> = {
  messages: "Messages",
  passages: "Passages",
  attributes: "Attributes",
  scores: "Scores",
  raw: "Raw",
};

/** The span panel: facts, then its stored data in tabs. */
export function SpanPanel({ panel }: { panel: SpanPanelModel }) {
  return (
    <section
      id={spanPanelAnchor}
      aria-labelledby="span-name"
      className="grid scroll-mt-4 grid-cols-[minmax(0,1fr)] content-start rounded-card border border-border bg-panel wide:sticky wide:top-4 wide:max-h-[calc(100dvh-2rem)] wide:overflow-y-auto"
    >
      <header className="flex flex-wrap items-center gap-2 px-4 py-2.5">
        <h2 id="span-name" className="min-w-0 font-mono font-semibold [overflow-wrap:anywhere]">
          <MaskedText text={panel.name === "" ? "unnamed" : panel.name} />
        </h2>
        {panel.isFailed ? <StatusBadge tone="fail" label="failed" /> : null}
        {panel.copy === null ? null : (
          <span className="ml-auto">
            <CopyButton label="Copy JSON" text={panel.copy} />
          </span>
        )}
      </header>
      <Tabs panel={panel} />
      <SpanFacts panel={panel} />
      <div className="border-t border-border px-4 py-3">
        <TabContent panel={panel} />
      </div>
    </section>
  );
}

function Tabs({ panel }: { panel: SpanPanelModel }) {
  return (
    <nav aria-label="What is shown of the span" className="border-b border-border px-4">
      <ul className="flex flex-wrap gap-x-4">
        {panel.tabs.map(({ tab, count, href }) => (
          <li key={tab}>
            <Link
              className={`inline-block py-1.5 ${tab === panel.tab ? "font-semibold shadow-[0_1.5px_0_var(--text)]" : "text-text-muted hover:text-text"}`}
              href={href}
              prefetch={false}
              scroll={false}
              aria-current={tab === panel.tab ? "true" : undefined}
            >
              {tabWords[tab]}
              {tab === "raw" ? null : (
                <span className="font-normal text-text-faint"> {formatCount(count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SpanFacts({ panel }: { panel: SpanPanelModel }) {
  const { prompt, model, used, toolName, statusMessage, inCaseHref, findings, openIn } = panel;
  return (
    <dl className="grid grid-cols-[72px_minmax(0,1fr)] gap-y-0.5 px-4 py-3 text-secondary">
      <Fact label="Started">
        <Instant atUs={panel.startUs} style="clock" />, +{panel.offset}
      </Fact>
      <Fact label="Took">{panel.time}</Fact>
      <Fact label="Kind">{panel.kind}</Fact>
      {model === null ? null : <Fact label="Model">{model}</Fact>}
      {prompt === null ? null : <Fact label="Prompt">{prompt}</Fact>}
      {used.tokens === null ? null : <Fact label="Tokens">{used.tokens}</Fact>}
      {used.cost === null ? null : <Fact label="Cost">{used.cost}</Fact>}
      {used.firstToken === null ? null : <Fact label="First token">{used.firstToken}</Fact>}
      {toolName === null ? null : <Fact label="Tool">{toolName}</Fact>}
      {statusMessage === "" ? null : (
        <Fact label="Status">
          <MaskedText text={statusMessage} />
        </Fact>
      )}
      {panel.isTextStripped ? (
        <Fact label="Words">removed before they reached us: stripped, not silent</Fact>
      ) : null}
      {panel.maskedCount === 0 ? null : (
        <Fact label="Masked">{formatCounted(panel.maskedCount, "personal value")} on it</Fact>
      )}
      {panel.leaked === "" ? null : (
        <Fact label="Arrived">readable, here for the first time: {panel.leaked}</Fact>
      )}
      {findings.map(({ code, detail }) => (
        <Fact key={`${code} ${detail}`} label="Data">
          {findingWords[code]}: <MaskedText text={detail} />
        </Fact>
      ))}
      {inCaseHref === null ? null : (
        <Fact label="Words">
          <Link className="text-link hover:underline" href={inCaseHref}>
            In the case
          </Link>
        </Fact>
      )}
      {openIn.length === 0 ? null : (
        <Fact label="Elsewhere">
          <span className="flex flex-wrap gap-x-3">
            <OutsideLinks links={openIn} />
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-faint">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

function TabContent({ panel }: { panel: SpanPanelModel }) {
  switch (panel.tab) {
    case "messages":
      return <SpanMessages words={panel.words} />;
    case "passages":
      return <SpanPassages passages={panel.passages} />;
    case "attributes":
      return <SpanAttributes panel={panel} />;
    case "scores":
      return <ScoreList scores={panel.scores} />;
    case "raw":
      return (
        <pre
          className="overflow-auto rounded-control bg-sunken px-3 py-2 font-mono text-axis whitespace-pre-wrap [overflow-wrap:anywhere]"
          tabIndex={0}
        >
          <LongText shown={panel.raw} />
        </pre>
      );
  }
}
