import { sentenceCase } from "@/lib/domain/sentence-case";
import type { HandoffView } from "@/lib/pages/case/case-page-model";
import { handoffSentence } from "@/lib/pages/case/handoff-sentence";
import { handoffLine } from "@/lib/pages/case/words/handoffs";

/** A handoff in one line: from and to which channel and agent, who initiated it, the gap between. */
export function HandoffLine({ view }: { view: HandoffView }) {
  const sentence = handoffSentence(view);
  return (
    <p className="flex items-baseline gap-2 text-secondary text-text-muted">
      <span aria-hidden="true">↓</span>
      <span>
        {view.handoff.kind === "transfer" ? (
          <b className="text-text">{handoffLine.transferred} </b>
        ) : null}
        {sentenceCase(sentence)}
      </span>
    </p>
  );
}
