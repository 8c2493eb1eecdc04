"use client";

import type { Channel } from "@/lib/domain/trace/channel";
import type { FacetName } from "@/lib/analytics/filter/cases-query";
import type { FacetLine as Line } from "@/lib/pages/cases/facet-sections";
import { formatCount } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";
import { ChannelLabel } from "../case/channel-label";
import { Icon } from "../ui/icon";

type FacetLineProps = {
  line: Line;
  name: string;
  onToggle: () => void;
};

/** One facet value with its case count. */
export function FacetLine({ line, name, onToggle }: FacetLineProps) {
  return (
    <label
      className="flex min-h-6 cursor-pointer items-center gap-1.5 rounded-chip hover:bg-hover max-roomy:min-h-8"
      title={line.words}
    >
      <input
        className={`facet-box ${line.isMissing ? "border-dashed" : ""}`}
        type="checkbox"
        name={name}
        value={line.value}
        checked={line.isChosen}
        onChange={onToggle}
      />
      <span className={`min-w-0 flex-1 overflow-hidden ${line.isMissing ? "text-text-muted" : ""}`}>
        <Words line={line} isName={names.has(name)} />
      </span>
      <span className="ml-auto flex-none text-secondary text-text-faint">
        {formatCount(line.count)}
      </span>
    </label>
  );
}

/** Facets whose values are free text. */
const names: ReadonlySet<string> = new Set<FacetName>([
  ...(["prompt", "firstPrompt", "release", "firstRelease"] as const),
  ...(["failedTool", "failedModel", "failedPrompt", "error"] as const),
]);

function Words({ line: { channels, words, isMissing }, isName }: { line: Line; isName: boolean }) {
  const [only, ...others] = channels;
  if (only !== undefined && others.length === 0) return <ChannelLabel channel={only} />;
  if (channels.length > 0) return <Chain channels={channels} words={words} />;
  return (
    <span className="flex min-w-0 items-center gap-1">
      {isMissing ? <Icon name="none" isBold /> : null}
      <span
        className={`block max-h-15 min-w-0 overflow-hidden leading-5 [overflow-wrap:anywhere] ${isName && !isMissing ? "" : "first-letter:uppercase"}`}
      >
        {words}
      </span>
    </span>
  );
}

/** A channel sequence: names for up to two, else icons with text for screen readers. */
function Chain({ channels, words }: { channels: readonly Channel[]; words: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span className="sr-only">{words}</span>
      {channels.map((channel, index) => (
        <span key={index} className="inline-flex items-center gap-1" aria-hidden="true">
          {index === 0 ? null : <span className="text-text-faint">→</span>}
          <span className={`channel-${channel} grid text-(--channel-ink)`}>
            {channels.length === 2 ? channelWords[channel] : <Icon name={channel} />}
          </span>
        </span>
      ))}
    </span>
  );
}
