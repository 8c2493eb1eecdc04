import type { Message } from "@/lib/domain/case/case";
import type { Judged, JudgeQuestion, JudgeRecord, JudgeTarget } from "./judge-question";
import type { Rubric } from "./rubric";

/**
 * The judge question of a rubric for one target.
 * @returns null if there is nothing to judge
 */
export function questionAt(
  rubric: Rubric,
  judged: Judged,
  target: JudgeTarget,
): JudgeQuestion | null {
  if (rubric.target !== target.kind) return null;
  const { shown, about } = whatToShow(rubric, judged, target);
  const isAgentShown = shown.some(({ speaker }) => speaker === "agent");
  if (!isAgentShown || about === null) return null;
  return { rubric, target, shown, record: recordOf(judged, shown, about), passages: [] };
}

type Shown = { readonly shown: readonly Message[]; readonly about: JudgeRecord["about"] | null };
const nothing: Shown = { shown: [], about: null };

function whatToShow(
  rubric: Rubric,
  { messages, handoffs }: Judged,
  { kind, ordinal }: JudgeTarget,
): Shown {
  if (kind === "interaction") {
    const own = messages.filter(({ interaction }) => interaction === ordinal);
    const shown = speaking(own, rubric);
    const isTalk = shown.some(({ speaker }) => speaker === "customer");
    return isTalk ? { shown, about: { contact: 1 } } : nothing;
  }
  if (kind === "message") {
    const answer = messages[ordinal];
    if (answer === undefined) return nothing;
    const shown = behindItsQuestion(messages, answer);
    return { shown, about: { answer: shown.length - 1 } };
  }
  const handoff = handoffs[ordinal];
  if (handoff === undefined) return nothing;
  const { atMessage, toInteraction } = handoff;
  const upTo = messages.filter(({ interaction }) => interaction <= toInteraction);
  const shown = speaking(upTo, rubric);
  const first = shown.findIndex((each) => each.ordinal >= atMessage);
  const isTakenOver = first > 0 && shown.slice(first).some(({ speaker }) => speaker === "agent");
  return isTakenOver
    ? { shown, about: { handoff: handoff.kind, firstMessageAfterIt: first } }
    : nothing;
}

/** The customer's last message before an answer, and the answer. */
function behindItsQuestion(messages: readonly Message[], answer: Message): readonly Message[] {
  const asked = messages.findLast(
    ({ ordinal, interaction, speaker }) =>
      interaction === answer.interaction && ordinal < answer.ordinal && speaker === "customer",
  );
  return asked === undefined ? [answer] : [asked, answer];
}

function speaking(messages: readonly Message[], rubric: Rubric): readonly Message[] {
  return messages.filter(({ speaker, agentKind, text, toolCalls }) => {
    if (speaker === "system") return false;
    if (speaker === "agent" && rubric.of === "ai" && agentKind !== "ai") return false;
    return text.trim() !== "" || toolCalls.length > 0;
  });
}

function recordOf(
  { interactions }: Judged,
  shown: readonly Message[],
  about: JudgeRecord["about"],
): JudgeRecord {
  // Numbered from the first contact shown, so that a contact that arrives late does not change the others' questions.
  const contacts = [...new Set(shown.map(({ interaction }) => interaction))];
  const messages = shown.map((message, index) => ({
    message: index,
    contact: contacts.indexOf(message.interaction) + 1,
    channel: interactions[message.interaction]?.channel ?? "unknown",
    speaker: speakerOf(message),
    text: message.text,
    ...(message.tool === null ? {} : { tool: message.tool.name, isError: message.tool.isError }),
    ...(message.toolCalls.length === 0
      ? {}
      : { calls: message.toolCalls.map(({ name, args }) => ({ name, args })) }),
  }));
  return { about, messages };
}

function speakerOf({ speaker, agentKind }: Message): string {
  if (speaker !== "agent") return speaker;
  return agentKind === "unknown" ? "agent" : `${agentKind} agent`;
}
