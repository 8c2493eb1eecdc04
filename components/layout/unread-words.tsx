import Link from "next/link";
import type { UnreadWords as Unread } from "@/lib/domain/settings/settings-suggestions";
import { formatCount, formatCounted } from "@/lib/format/format";
import { readingWords } from "@/lib/format/ingest/unread-words";
import { settingsHref } from "@/lib/pages/settings/url";
import { buttonClasses } from "../ui/button-classes";

type UnreadWordsProps = { unread: Unread; mayChange: boolean };

/** Keys with text that nothing reads, and roles that nobody knows; each leads to its preview, for those who may set it. */
export function UnreadWords({ unread: { keys, roles }, mayChange }: UnreadWordsProps) {
  return (
    <>
      {keys.length === 0 ? null : (
        <ul className="flex flex-wrap gap-2">
          {keys.map(({ key, spans, guess }, index) => (
            <li key={key} className="max-w-full">
              {mayChange ? (
                <Link
                  className={`${index === 0 ? buttonClasses.primary : buttonClasses.default} max-w-full`}
                  href={settingsHref({ wordKey: key })}
                  prefetch={false}
                >
                  Read <code className="break-all">{key}</code> ({formatCount(spans)}) as{" "}
                  {guess === null ? "words" : readingWords(guess)}
                </Link>
              ) : (
                <span>
                  <code className="break-all">{key}</code> ({formatCount(spans)})
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
                    className={`${buttonClasses.default} max-w-full`}
                    href={settingsHref({ role })}
                    prefetch={false}
                  >
                    Say who <code className="break-all">{role}</code> (
                    {formatCounted(messages, "message")}) is
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
