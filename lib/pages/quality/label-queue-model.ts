import type { Interaction } from "@/lib/domain/case/case";
import type { CaseLabels } from "@/lib/format/scores/label-view";
import type { PanelTurn } from "@/lib/pages/case/panel/item-panel-model";
import type { ScoreView } from "@/lib/format/scores/score-view";
import type { LabelQueueQuery } from "./url";

/** The shown turns of one contact. */
export type QueueContact = {
  readonly interaction: Interaction;
  readonly turns: readonly PanelTurn[];
};

/** One score of the queue with its turns. */
export type LabelQueueItem = {
  readonly caseId: string;
  /** Address of the target in the case. */
  readonly href: string;
  readonly score: ScoreView;
  readonly contacts: readonly QueueContact[];
  readonly labels: CaseLabels;
  /** The strongest contradiction: "imported ConversationResolution says 0.20"; null: another queue. */
  readonly dispute: string | null;
};

/** The label queue of an evaluator. */
export type LabelQueueModel = {
  readonly evaluator: string;
  readonly name: string;
  readonly question: string;
  readonly query: LabelQueueQuery;
  readonly total: number;
  /** null: beyond the queue's end. */
  readonly item: LabelQueueItem | null;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};
