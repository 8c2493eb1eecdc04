import type { CohortItemView } from "@/lib/pages/cohorts/cohort-item-model";
import { ChannelLabel } from "../case/channel-label";
import { MaskedText } from "../ui/masked-text";
import { CohortItemContents } from "./cohort-item-contents";

/** The cases of a cohort; each opens to what is replayed. */
export function CohortItems({ items }: { items: readonly CohortItemView[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id} className="border-t border-border">
          <details>
            <summary className="px-4 py-2 hover:bg-hover">
              <span className="inline-grid w-[calc(100%-1.5rem)] gap-x-4 gap-y-0.5 align-top roomy:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,3fr)]">
                <span className="grid min-w-0">
                  <span className="font-mono text-secondary [overflow-wrap:anywhere]">
                    <MaskedText text={item.id} />
                  </span>
                  <span className="text-secondary text-text-muted">{item.stratum}</span>
                </span>
                <span className="flex flex-wrap items-start gap-x-3">
                  {item.channels.map((channel) => (
                    <ChannelLabel key={channel} channel={channel} />
                  ))}
                </span>
                <span className="min-w-0 text-pretty [overflow-wrap:anywhere]">
                  {item.expected === "" ? (
                    <span className="text-text-faint">No expected outcome</span>
                  ) : (
                    <MaskedText text={item.expected} />
                  )}
                </span>
              </span>
            </summary>
            <CohortItemContents item={item} />
          </details>
        </li>
      ))}
    </ul>
  );
}
