import type { Evidence, Handoff, Message, Verdict } from "@/lib/domain/case/case";
import type { EvaluationContext, Evaluator } from "../contract";
import { messagesAfter } from "../facts/messages-after";
import { findHandoffObstacle } from "../find-handoff-obstacle";
import { judgeQuestion } from "./shipped";
import { findRequests, type AgentRequest } from "../slots/find-requests";
import { findGiven, type Given } from "../slots/find-given";
import { findRestated } from "../slots/find-restated";
import { isOpening } from "../slots/is-opening";

/** Scores whether the customer was asked after a handoff for what they had already said. */
export const repeatInformation: Evaluator<"handoff"> = {
  name: "repeat_information",
  version: 7,
  question: "Was the customer asked again for something already given before this handoff?",
  target: "handoff",
  direction: "lower-is-better",
  evaluate: judgeHandoff,
};

function judgeHandoff(handoff: Handoff, context: EvaluationContext): Verdict {
  const obstacle = findHandoffObstacle(handoff, context);
  if (obstacle !== null) return obstacle;
  const { messages } = context.assembled;
  const before = messages.slice(0, handoff.atMessage);
  if (!before.some((message) => message.speaker === "customer")) {
    return {
      status: "not-applicable",
      because: "The customer had said nothing before this handoff.",
    };
  }
  const given = findGiven(messages, handoff.atMessage);
  const after = messagesAfter(handoff, context.assembled);
  const verdict = judgeAsks(after, before, given);
  if (verdict.status === "scored" && verdict.value > 0) return verdict;
  return judgedQuestion(after, messages, handoff) ?? verdict;
}

/** A question that more likely than not repeats something given before the handoff. */
function judgedQuestion(
  after: readonly Message[],
  messages: readonly Message[],
  { atMessage }: Handoff,
): Verdict | null {
  for (const message of after) {
    const requests = message.speaker === "agent" ? findRequests(message) : [];
    if (requests.every((request) => isOpening(request, after))) continue;
    const verdict = judgeQuestion(message, messages);
    if (verdict.status !== "scored" || verdict.value < 0.5) continue;
    const given = verdict.evidence[1];
    if (given !== undefined && "message" in given && given.message < atMessage) return verdict;
  }
  return null;
}

function judgeAsks(after: readonly Message[], before: readonly Message[], given: Given): Verdict {
  if (!after.some((message) => message.speaker === "agent")) {
    return { status: "not-applicable", because: "No agent spoke after this handoff." };
  }
  const requests = after.flatMap(findRequests).filter((request) => !isOpening(request, after));
  for (const request of requests) {
    const repetition = repeatsSlots(request, given) ?? repeatsWords(request, after, before);
    if (repetition !== null) return repetition;
  }
  if (given.size === 0) {
    return {
      status: "not-applicable",
      because: "The customer had given no details before this handoff.",
    };
  }
  const known = requests.filter((request) => request.slots.length > 0);
  if (requests.length > 0 && known.length === 0) {
    return {
      status: "not-scorable",
      because: "One cannot tell whether what the agent asked for had been given before.",
    };
  }
  return {
    status: "scored",
    value: 0,
    because:
      known.length === 0
        ? "Beside what verifies who they are, the agent asked the customer for nothing after this handoff."
        : "Nothing that the agent asked for had been given before, beside what verifies who the customer is.",
    evidence: known.slice(0, 1).map(quote),
  };
}

/** A question repeats by slots only if every slot it requests had been given. */
function repeatsSlots(request: AgentRequest, given: Given): Verdict | null {
  const first = request.slots[0];
  if (first === undefined || !request.slots.every((slot) => given.has(slot.name))) return null;
  const words = request.slots.map((slot) => slot.words).join(" and ");
  const earlier = given.get(first.name);
  return {
    status: "scored",
    value: 1,
    because: `Asked again for ${words}, which the customer had given before the handoff.`,
    evidence: earlier === undefined ? [quote(request)] : [quote(request), earlier],
  };
}

/** Whatever was asked for: the customer answered with what they had said before. */
function repeatsWords(
  request: AgentRequest,
  after: readonly Message[],
  before: readonly Message[],
): Verdict | null {
  const answer = after.find(
    (message) => message.ordinal > request.message.ordinal && message.tool === null,
  );
  if (answer?.speaker !== "customer") return null;
  const restated = findRestated(answer, before);
  if (restated === null) return null;
  return {
    status: "scored",
    value: 1,
    because: "The customer answered with what they had already said before the handoff.",
    evidence: [quote(request), restated.answer, restated.earlier],
  };
}

function quote(request: AgentRequest): Evidence {
  return {
    message: request.message.ordinal,
    start: request.sentence.start,
    end: request.sentence.end,
  };
}
