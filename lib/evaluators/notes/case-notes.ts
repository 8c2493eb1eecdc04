import type { Evidence, Interaction, Message, Verdict } from "@/lib/domain/case/case";
import { actionOfTool } from "@/lib/cases/words/actions";
import { isTransferCall } from "@/lib/cases/words/transfer";
import type { EvaluationContext, Evaluator } from "../contract";
import { findNoteActs, hasNoteActs, type NoteAct } from "./find-note-acts";
import { isToolOf } from "./is-tool-of";

/** Scores whether the case notes were read before acting, and whether the contact left a note. */
export const caseNotes: Evaluator<"interaction"> = {
  name: "case_notes",
  version: 1,
  question: "Did the agent read the case's notes before acting and leave one before going?",
  target: "interaction",
  direction: "higher-is-better",
  evaluate: judgeNotes,
};

function judgeNotes(interaction: Interaction, context: EvaluationContext): Verdict {
  const messages = context.messagesOf(interaction.ordinal);
  if (!interaction.isTouchpoint || !messages.some(({ speaker }) => speaker === "agent")) {
    const because = "No agent and customer spoke in this contact.";
    return interaction.strippedCount > 0
      ? { status: "not-scorable", because: "The words were removed before they reached us." }
      : { status: "not-applicable", because };
  }
  if (!hasNoteActs(context)) {
    return {
      status: "not-scorable",
      because:
        "No reading or writing of notes reached us for this case, so one cannot tell whether there was any.",
    };
  }
  const acts = findNoteActs(interaction, context);
  const written = acts.findLast(({ kind }) => kind === "write");
  const isFirst = !context.assembled.interactions.some(
    ({ ordinal, isTouchpoint }) => isTouchpoint && ordinal < interaction.ordinal,
  );
  const leaves = written === undefined ? "left no note" : "left a note";
  if (isFirst) {
    return {
      status: "scored",
      value: written === undefined ? 0 : 1,
      because: `There was nothing to read before the first contact; the agent ${leaves}.`,
      evidence: quotesOf([written]),
    };
  }
  const read = judgeReading(messages, acts, context);
  return {
    status: "scored",
    value: (Number(read.isInTime) + Number(written !== undefined)) / 2,
    because: `The agent ${read.words} and ${leaves}.`,
    evidence: quotesOf([read.act, read.missedFor, written]),
  };
}

type Reading = {
  readonly isInTime: boolean;
  readonly words: string;
  readonly act: NoteAct | undefined;
  /** The first act before the notes were read. */
  readonly missedFor: Message | undefined;
};

function judgeReading(
  messages: readonly Message[],
  acts: readonly NoteAct[],
  { noteTools }: EvaluationContext,
): Reading {
  const act = acts.find(({ kind }) => kind === "read");
  const done = messages.find(
    ({ tool }) =>
      tool !== null &&
      actionOfTool(tool.name) !== null &&
      !isTransferCall(tool.name) &&
      !isToolOf([...noteTools.read, ...noteTools.write], tool.name),
  );
  if (act === undefined) {
    return { isInTime: false, words: "did not read the notes", act, missedFor: done };
  }
  if (done !== undefined && done.atUs < act.atUs) {
    const words = `called ${done.tool?.name ?? "a tool"} before reading the notes`;
    return { isInTime: false, words, act, missedFor: done };
  }
  return { isInTime: true, words: "read the notes first", act, missedFor: undefined };
}

function quotesOf(found: readonly (NoteAct | Message | undefined)[]): readonly Evidence[] {
  return found.flatMap((each): Evidence[] => {
    const message = each === undefined ? null : "kind" in each ? each.message : each;
    const span = message?.spans[0];
    return span === undefined ? [] : [{ span }];
  });
}
