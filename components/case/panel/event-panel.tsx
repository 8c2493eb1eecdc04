import Link from "next/link";
import type { EventPanel as MarkPanelModel } from "@/lib/pages/case/panel/item-panel-model";
import { LabelControl } from "@/components/label/label-control";
import { MaskedText } from "@/components/ui/masked-text";
import { StatusBadge } from "@/components/ui/status-badge";
import { ChannelLabel } from "../channel-label";
import { PanelFrame } from "./panel-frame";
import { PanelTurnItem } from "./panel-turn-item";
import { panel as words } from "@/lib/pages/case/words/panel";

const column = "grid content-start gap-3 px-4 py-3 border-border";

/** The detail panel of a promise, a disclosure or a prompt change. */
export function EventPanel({ panel }: { panel: MarkPanelModel }) {
  const { kind, ordinal, count, channel, what, verdict, place, facts, excerpts, tones } = panel;
  const noun = words.nouns[kind];
  return (
    <PanelFrame
      heading={
        <>
          <span className="first-letter:uppercase">{words.place(noun, ordinal + 1, count)}</span>
          {channel === null ? null : <ChannelLabel channel={channel} />}
          <span className="[overflow-wrap:anywhere]">
            {channel === null ? "" : "· "}
            <MaskedText text={what} />
          </span>
        </>
      }
      sentence={panel.sentence}
      verdict={verdict === null ? null : <StatusBadge tone={verdict.tone} label={verdict.label} />}
      noun={noun}
      previousHref={panel.previousHref}
      nextHref={panel.nextHref}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] border-t border-border wide:grid-cols-[minmax(0,1fr)_300px]">
        <ol className={column}>
          {excerpts.length === 0 ? <li className="text-text-faint">{words.noWords}</li> : null}
          {excerpts.map(({ label, turn }, index) => (
            <li key={index} className="grid grid-cols-[minmax(0,1fr)] gap-1">
              <h3 className="font-semibold">{label}</h3>
              <ol>
                <PanelTurnItem turn={turn} tones={tones} />
              </ol>
            </li>
          ))}
        </ol>
        <div className={`${column} max-wide:border-t wide:border-l`}>
          <dl className="grid gap-3">
            {facts.map(({ name, words: text, href }, index) => (
              <div key={index} className="grid gap-0.5">
                <dt className="text-secondary text-text-faint">{name}</dt>
                <dd className="[overflow-wrap:anywhere]">
                  {href === undefined ? (
                    <MaskedText text={text} />
                  ) : (
                    <Link className="text-link hover:underline" href={href} prefetch={false}>
                      <MaskedText text={text} />
                    </Link>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          {place === null ? null : (
            <LabelControl
              target={{ place, evaluator: "promises" }}
              name={`${what}: ${verdict?.label ?? ""}`}
            />
          )}
        </div>
      </div>
    </PanelFrame>
  );
}
