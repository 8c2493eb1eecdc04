import type { HandoffView } from "@/lib/view/case-page-model";
import { handoffSentence } from "@/lib/view/handoff-sentence";
import { handoffWords } from "@/lib/view/wording";

/** A boundary between contacts or agents: what kind, from whom to whom, who began, how long between. */
export function HandoffLine({ view }: { view: HandoffView }) {
  return (
    <p className="flex items-baseline gap-2 text-secondary text-text-muted">
      <span aria-hidden="true">↓</span>
      <span>
        <b className="text-text">{handoffWords[view.handoff.kind]}</b>: {handoffSentence(view)}
      </span>
    </p>
  );
}
