import Link from "next/link";
import type { KeySuggestion } from "@/lib/domain/settings/settings-suggestions";
import { formatCount } from "@/lib/format/format";
import { settingsHref } from "@/lib/pages/settings/url";
import { buttonClasses } from "../ui/button-classes";

type CaseKeysProps = { keys: readonly KeySuggestion[]; mayChange: boolean };

/** Keys of spans without a case that could be read as one; each leads to its preview, for those who may set it. */
export function CaseKeys({ keys, mayChange }: CaseKeysProps) {
  const [first] = keys;
  return (
    <>
      {first === undefined ? null : (
        <ul className="flex flex-wrap gap-2">
          {keys.map(({ key, spans, isSession }) => (
            <li key={key}>
              {mayChange ? (
                <Link
                  className={key === first.key ? buttonClasses.primary : buttonClasses.default}
                  href={settingsHref({ caseKey: key })}
                  prefetch={false}
                >
                  Read <code>{key}</code> ({formatCount(spans)}) as the case
                </Link>
              ) : (
                <span>
                  <code>{key}</code> ({formatCount(spans)}
                  {isSession ? ", a session" : ""})
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="text-secondary text-text-muted">
        {mayChange
          ? "You see which cases it makes before anything is kept. A key whose value is the same on every span of a conversation, and another for the next case, is the right one."
          : "An admin or an engineer can have one of them read as the case, under Settings."}
      </p>
    </>
  );
}
