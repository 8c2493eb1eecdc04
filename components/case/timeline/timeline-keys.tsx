"use client";

import { shortcutKeys, shortcuts, type ShortcutName } from "@/lib/format/layout/shortcuts";
import type { TimelineItemKind } from "@/lib/pages/case/timeline/timeline-model";
import { MaskedText } from "@/components/ui/masked-text";
import { Kbd } from "@/components/ui/kbd";
import { useSelection } from "./selection";

type Shown = {
  readonly names: readonly ShortcutName[];
  readonly words: string;
  /** The kind of item the case needs for the key to work. */
  readonly kind?: TimelineItemKind;
};

const keys: readonly Shown[] = [
  { names: ["previousItem", "nextItem"], words: "event" },
  { names: ["nextHandoff"], words: "handoff", kind: "handoff" },
  { names: ["nextPromise"], words: "promise", kind: "promise" },
  { names: ["nextDisclosure"], words: "disclosure", kind: "disclosure" },
  { names: ["nextFailure"], words: "failure" },
  { names: ["fitTimeline"], words: "fit" },
];

/** The timeline keys that work for this case; the help dialog lists all of them. */
export function TimelineKeys({ notice }: { notice: string }) {
  const { items } = useSelection();
  const shown = keys.filter(({ kind }) => kind === undefined || items.some((i) => i.kind === kind));
  return (
    <>
      <ul className="flex flex-wrap gap-x-2.5 gap-y-1 text-secondary text-text-faint">
        {shown.map(({ names, words }) => (
          <li key={words} className="flex items-center gap-1">
            {names
              .flatMap((name) => shortcutKeys(shortcuts[name]))
              .map((key) => (
                <Kbd key={key} label={key} />
              ))}
            {words}
          </li>
        ))}
      </ul>
      <p role="status" className="text-secondary">
        <MaskedText text={notice} />
      </p>
    </>
  );
}
