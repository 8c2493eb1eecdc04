import type { AccessOutcome } from "@/lib/domain/people/access-change";
import { CopyButton } from "../ui/copy-button";

type OutcomeNoteProps = {
  outcome: AccessOutcome | null;
  /** Explains the secret and what to do with it. */
  shownWords: string;
};

/** The outcome of a change; the only place that shows a new secret. */
export function OutcomeNote({ outcome, shownWords }: OutcomeNoteProps) {
  return (
    <div role="status" className="grid gap-1.5 text-secondary empty:hidden">
      {outcome !== null && !outcome.isDone ? <p className="text-fail">{outcome.sentence}</p> : null}
      {outcome !== null && outcome.isDone && outcome.shown !== null ? (
        <>
          <p className="text-text-muted">{shownWords}</p>
          <p className="flex flex-wrap items-center gap-2">
            <code className="rounded-control bg-sunken px-2 py-1 [overflow-wrap:anywhere]">
              {outcome.shown}
            </code>
            <CopyButton label="Copy" text={outcome.shown} />
          </p>
        </>
      ) : null}
    </div>
  );
}
