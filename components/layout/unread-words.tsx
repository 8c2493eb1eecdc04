import Link from "next/link";
import type { UnreadWords as Unread } from "@/lib/domain/settings/settings-suggestions";
import { formatCount, formatCounted } from "@/lib/format/format";
import { settingsHref } from "@/lib/pages/settings/url";
import { buttonClasses } from "../ui/button-classes";
import { WordKeyLabel, wrappingClasses } from "./word-key-label";

type UnreadWordsProps = { unread: Unread; mayChange: boolean };

/** Keys with text that nothing reads, and roles that nobody knows; each leads to its preview, for those who may set it. */
export function UnreadWords({ unread: { keys, roles }, mayChange }: UnreadWordsProps) {
  return (
    <>
      {keys.length === 0 ? null : (
        <ul className="flex flex-wrap gap-2">
          {keys.map((suggestion, index) => (
            <li key={suggestion.key} className="max-w-full">
              {mayChange ? (
                <Link
                  className={`${index === 0 ? buttonClasses.primary : buttonClasses.default} ${wrappingClasses}`}
                  href={settingsHref({ wordKey: suggestion.key })}
                  prefetch={false}
                >
                  <WordKeyLabel suggestion={suggestion} />
                </Link>
              ) : (
                <span>
                  <code className="break-all">{suggestion.key}</code> (
                  {formatCount(suggestion.spans)})
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {roles.length === 0 ? null : (
        <>
          <p>
            {roles.length === 1 ? "One role is" : "These roles are"} unknown to us, and shown as the
            agent:
          </p>
          <ul className="flex flex-wrap gap-2">
            {roles.map(({ role, messages }) => (
              <li key={role} className="max-w-full">
                {mayChange ? (
                  <Link
                    className={`${buttonClasses.default} ${wrappingClasses}`}
                    href={settingsHref({ role })}
                    prefetch={false}
                  >
                    <span className="min-w-0">
                      Say who <code>{role}</code> ({formatCounted(messages, "message")}) is
                    </span>
                  </Link>
                ) : (
                  <span>
                    <code className="break-all">{role}</code> ({formatCounted(messages, "message")})
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="text-secondary text-text-muted">
        {mayChange
          ? "You see what the transcript will say before anything is kept."
          : "An admin or an engineer can say under Settings how they are read."}
      </p>
    </>
  );
}
