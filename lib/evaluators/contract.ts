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

/** What an evaluator may be asked about. */
export type Targets = {
  readonly message: Message;
  readonly interaction: Interaction;
  readonly handoff: Handoff;
  readonly case: AssembledCase;
  /** Only spans that bear a personal value, and the first of each contact and of its stripped ones. */
  readonly span: SpanValues;
};
export type TargetKind = keyof Targets;

/** What an evaluator may look at beside its target. */
export type EvaluationContext = {
  readonly assembled: CaseToJudge;
  /** The messages of an interaction, in order. */
  readonly messagesOf: (interactionOrdinal: number) => readonly Message[];
  /** How AI agents are to speak and to pass on; null: no persona contract is approved. */
  readonly persona: ApprovedPersona | null;
  readonly noteTools: NoteTools;
};

/**
 * One question about one kind of target, answered without I/O, clock or randomness.
 * `version` rises whenever the same input could give another output.
 */
export type Evaluator<K extends TargetKind = TargetKind> = {
  readonly name: string;
  readonly version: number;
  readonly question: string;
  readonly target: K;
  readonly direction: "higher-is-better" | "lower-is-better";
  /** Whose measured accuracy bounds how right this one can be, where it has none of its own. */
  readonly restsOn?: string;
  readonly evaluate: (target: Targets[K], context: EvaluationContext) => Verdict;
};

/** Whether people are asked about its scores: what a span let through stands masked before them. */
export function canBeLabelled({ target }: Pick<Evaluator, "target">): boolean {
  return target !== "span";
}

/** An evaluator of any one target, which a list of them can hold. */
export type AnyEvaluator = { [K in TargetKind]: Evaluator<K> }[TargetKind];
