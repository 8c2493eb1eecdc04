import type {
  AssembledCase,
  CaseToJudge,
  Handoff,
  Interaction,
  Message,
  Verdict,
} from "@/lib/domain/case/case";
import type { SpanValues } from "@/lib/domain/privacy/personal-values";
import type { ApprovedPersona, NoteTools } from "@/lib/domain/settings/persona-contract";

export type Targets = {
  readonly message: Message;
  readonly interaction: Interaction;
  readonly handoff: Handoff;
  readonly case: AssembledCase;
  /** Only spans with a personal value, and the first span of each contact and of its stripped spans. */
  readonly span: SpanValues;
};
export type TargetKind = keyof Targets;

/** What an evaluator may read besides its target. */
export type EvaluationContext = {
  readonly assembled: CaseToJudge;
  /** The messages of an interaction in order. */
  readonly messagesOf: (interactionOrdinal: number) => readonly Message[];
  /** The approved persona contract; null if none is approved. */
  readonly persona: ApprovedPersona | null;
  readonly noteTools: NoteTools;
};

/**
 * One question about one kind of target, answered without I/O, clock or randomness. Increment
 * `version` whenever the same input may give another output.
 */
export type Evaluator<K extends TargetKind = TargetKind> = {
  readonly name: string;
  readonly version: number;
  readonly question: string;
  readonly target: K;
  readonly direction: "higher-is-better" | "lower-is-better";
  /**
   * Name of the evaluator whose measured accuracy is an upper bound of this one's, if this one has
   * no measurement of its own.
   */
  readonly accuracyBoundedBy?: string;
  readonly evaluate: (target: Targets[K], context: EvaluationContext) => Verdict;
};

/** Whether its scores can be labelled by people: leaked values of a span are masked for them, so those cannot. */
export function canBeLabelled({ target }: Pick<Evaluator, "target">): boolean {
  return target !== "span";
}

export type AnyEvaluator = { [K in TargetKind]: Evaluator<K> }[TargetKind];
