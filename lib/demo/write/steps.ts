import type { ToolUse, Turn } from "../model";

export type ContextMessage =
  | { readonly role: "user"; readonly text: string }
  | { readonly role: "assistant"; readonly text: string }
  | { readonly role: "call"; readonly id: string; readonly tool: ToolUse }
  | { readonly role: "result"; readonly id: string; readonly tool: ToolUse };

/** One step of an agent's process, in order. */
export type Step = { readonly startUs: number; readonly endUs: number } & (
  | { readonly type: "heard"; readonly text: string }
  | {
      readonly type: "llm";
      readonly history: readonly ContextMessage[];
      /** The model's answer: text, or a tool call. */
      readonly reply: ContextMessage;
    }
  | { readonly type: "tool"; readonly id: string; readonly tool: ToolUse }
  | { readonly type: "search"; readonly search: Extract<Turn, { who: "search" }> }
);

/** Delay before a model call. */
const thinkUs = 300_000;

/** Replays a contact as an AI agent's process: a model call for each answer and each tool call. */
export function stepsOf(turns: readonly Turn[]): readonly Step[] {
  const steps: Step[] = [];
  const history: ContextMessage[] = [];
  let lastUs = (turns[0]?.atUs ?? 0) - 2 * thinkUs;
  turns.forEach((turn, index) => {
    const startUs = turn.atUs;
    const askedUs = Math.min(startUs, lastUs + thinkUs);
    if (turn.who === "customer") {
      history.push({ role: "user", text: turn.text });
      steps.push({ type: "heard", text: turn.text, startUs, endUs: startUs + 900_000 });
    } else if (turn.who === "search") {
      steps.push({ type: "search", search: turn, startUs, endUs: startUs + 240_000 });
    } else if (turn.who === "agent") {
      const reply: ContextMessage = { role: "assistant", text: turn.text };
      steps.push({
        type: "llm",
        history: [...history],
        reply,
        startUs: askedUs,
        endUs: startUs + 400_000,
      });
      history.push(reply);
    } else {
      const id = `call_${index}_${turn.tool.name.length}`;
      const call: ContextMessage = { role: "call", id, tool: turn.tool };
      steps.push(
        { type: "llm", history: [...history], reply: call, startUs: askedUs, endUs: startUs },
        { type: "tool", id, tool: turn.tool, startUs, endUs: startUs + 450_000 },
      );
      history.push(call, { role: "result", id, tool: turn.tool });
    }
    lastUs = startUs;
  });
  return steps;
}

/** What a tracer says that a model call cost, US dollars: 0.25 for a million input tokens, 2 for as many output tokens. */
export function costOf(inputTokens: number, outputTokens: number): number {
  return (0.25 * inputTokens + 2 * outputTokens) / 1e6;
}

/** Approximate number of tokens of a text. */
export function tokensOf(messages: readonly ContextMessage[]): number {
  const characters = messages.reduce((sum, message) => sum + textOf(message).length + 12, 0);
  return Math.ceil(characters / 4);
}

/** A message's text; for a call its arguments, for a result its answer. */
export function textOf(message: ContextMessage): string {
  if (message.role === "call") return argsOf(message.tool);
  return message.role === "result" ? resultOf(message.tool) : message.text;
}

/** A call's arguments as JSON. */
export function argsOf(tool: ToolUse): string {
  return JSON.stringify(tool.args);
}

/** A call's result as JSON. */
export function resultOf(tool: ToolUse): string {
  return JSON.stringify(tool.result);
}
