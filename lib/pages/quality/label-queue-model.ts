import type { Interaction } from "@/lib/domain/case/case";
import type { CaseLabels } from "@/lib/format/scores/label-view";
import type { PanelTurn } from "@/lib/pages/case/panel/item-panel-model";
import type { ScoreView } from "@/lib/format/scores/score-view";
import type { LabelQueueQuery } from "./url";

/** What is shown of one contact. */
export type QueueContact = {
  readonly interaction: Interaction;
  readonly turns: readonly PanelTurn[];
};

/** One score to look at, with the words it is about. */
export type LabelQueueItem = {
  readonly caseId: string;
  /** The case at the place that was judged. */
  readonly href: string;
  readonly score: ScoreView;
  readonly contacts: readonly QueueContact[];
  readonly labels: CaseLabels;
  /** Who contradicts it most: "imported ConversationResolution says 0.20"; null where that was not asked. */
  readonly dispute: string | null;
};

/** The queue of an evaluator's scores that people are asked about. */
export type LabelQueueModel = {
  readonly evaluator: string;
  readonly name: string;
  readonly question: string;
  readonly query: LabelQueueQuery;
  readonly total: number;
  /** null where nothing stands at the position. */
  readonly item: LabelQueueItem | null;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};
