import { shortcutKeys, shortcuts, type ShortcutName } from "@/lib/view/shortcuts";
import { Kbd } from "../ui/kbd";

const shown: readonly (readonly [names: readonly ShortcutName[], words: string])[] = [
  [["previousItem", "nextItem"], "event"],
  [["nextHandoff"], "handoff"],
  [["nextPromise"], "promise"],
  [["nextDisclosure"], "disclosure"],
  [["nextFailure"], "failure"],
  [["fitTimeline"], "fit"],
];

/** The keys of the timeline; the help lists them all. */
export function TimelineKeys() {
  return (
    <ul className="flex flex-wrap gap-x-2.5 gap-y-1 text-secondary text-text-faint">
      {shown.map(([names, words]) => (
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
  );
}
