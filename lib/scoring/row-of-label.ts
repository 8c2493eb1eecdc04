import { ownEntry } from "@/lib/domain/own-entry";
import type { CaseToJudge, Interaction, Message } from "@/lib/domain/case/case";
import type { PlacedLabel } from "@/lib/domain/quality/agreement";
import { truthOfLabel, wordOfLabel } from "@/lib/domain/quality/label";
import { retrievedFor } from "@/lib/evaluators/groundedness/retrieved-for";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import type { Row, RowInteraction, RowMessage } from "./row";

const minuteUs = 60_000_000;
const usPerSecond = 1_000_000;

/** The public data set with the same question, whose row format is used. */
const forms: Readonly<
  Record<string, { readonly dataSet: string; readonly labelOf: (isSo: boolean) => unknown }>
> = {
  conversation_resolution: { dataSet: "resolution.tau", labelOf: Number },
  repeat_information: { dataSet: "context_reask.star", labelOf: Number },
  groundedness: { dataSet: "groundedness.mtrag", labelOf: Number },
  // Which of three failures it was is not recorded in a label on the score.
  context_retention: {
    dataSet: "handoff.spliced",
    labelOf: (isKept) => ({
      reask: 0,
      contradicted: 0,
      lost: Number(!isKept),
      promises: [],
      events: [],
    }),
  },
};

/**
 * A label as a row for `throughline score` and `npm run train -- --labels`: the judged text as stored, and the
 * person's answer.
 * @returns null if the label is detached, or is about a span without text
 */
export function rowOfLabel(assembled: CaseToJudge, placed: PlacedLabel): Row | null {
  const { label, place } = placed;
  const words = labelledWords(assembled, placed);
  if (place === null || words === null) return null;
  const form =
    place.kind === "promise" || place.kind === "fact"
      ? undefined
      : ownEntry(forms, label.evaluator);
  const truth = truthOfLabel(label);
  return {
    id: `${assembled.caseId}/label-${String(label.id)}`,
    source: "labels",
    domain: assembled.caseType ?? assembled.intent ?? "",
    messages: [],
    ...words,
    label: form === undefined || truth === null ? null : form.labelOf(truth),
    meta: {
      evaluator: label.evaluator,
      version: label.version,
      case_id: assembled.caseId,
      target: place,
      said: label.said,
      answer: label.answer,
      word: wordOfLabel(label),
      data_set: form?.dataSet ?? null,
    },
  };
}

type Words = Pick<Row, "messages" | "context"> | Pick<Row, "interactions">;

/** The judged text: one contact, up to a question, or every contact up to a handoff. */
function labelledWords(assembled: CaseToJudge, { place, now, label }: PlacedLabel): Words | null {
  const { messages, interactions, handoffs } = assembled;
  switch (place?.kind) {
    case undefined:
    case "span":
      return null;
    case "interaction":
      return {
        messages: rowMessages(messages.filter((each) => each.interaction === place.ordinal)),
      };
    case "message":
      return {
        messages: rowMessages(messages.slice(0, place.ordinal + 1)),
        ...foundFor(messages[place.ordinal], assembled),
      };
    case "handoff": {
      const last = handoffs[place.ordinal]?.toInteraction ?? -1;
      if (label.evaluator !== "repeat_information") {
        return { interactions: rowInteractions(messages, interactions.slice(0, last + 1)) };
      }
      const asked = now?.evidence[0];
      const until = asked !== undefined && "message" in asked ? asked.message : null;
      const shown = messages.filter(({ ordinal, interaction }) =>
        until === null ? interaction <= last : ordinal <= until,
      );
      return { messages: rowMessages(shown) };
    }
    case "case":
    case "promise":
    case "fact":
      return { interactions: rowInteractions(messages, interactions) };
  }
}

/** The passages retrieved for a message; none if some have no text. */
function foundFor(message: Message | undefined, assembled: CaseToJudge): Pick<Row, "context"> {
  const passages = message === undefined ? null : retrievedFor(message, contextOf(assembled));
  if (passages === null) return {};
  const context = passages.flatMap(({ text }) => (text === null ? [] : [text]));
  return context.length === passages.length ? { context } : {};
}

function rowInteractions(
  messages: readonly Message[],
  interactions: readonly Interaction[],
): RowInteraction[] {
  return interactions.map(({ ordinal, channel, agentKinds, startUs }, index) => {
    const beforeUs = interactions[index - 1]?.endUs ?? startUs;
    return {
      channel,
      agent_kind: agentKinds[0] ?? "unknown",
      gap_minutes_before: Math.max(0, startUs - beforeUs) / minuteUs,
      messages: rowMessages(messages.filter((each) => each.interaction === ordinal)),
    };
  });
}

function rowMessages(messages: readonly Message[]): RowMessage[] {
  return messages.map(({ speaker, agentKind, text, toolCalls, tool, atUs }) => ({
    role: roleOf(speaker, agentKind),
    content: text,
    ts: atUs / usPerSecond,
    ...(toolCalls.length === 0
      ? {}
      : {
          tool_calls: toolCalls.map(({ id, name, args }) => ({
            ...(id === null ? {} : { id }),
            name,
            arguments: args,
          })),
        }),
    ...(tool === null ? {} : { name: tool.name }),
  }));
}

function roleOf(speaker: Message["speaker"], agentKind: Message["agentKind"]): RowMessage["role"] {
  if (speaker === "customer") return "user";
  if (speaker !== "agent") return speaker;
  return agentKind === "human" ? "agent" : "assistant";
}
