import type { Content } from "@/lib/domain/trace/reading";

/** OpenInference names the span of a handoff in the OpenAI Agents SDK so; its values are the agents' names. */
const handoffName = /^hand-?off to (.{1,200})$/i;

type Call = {
  readonly toolName: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
};

/**
 * The call that a handoff's span is of, by the name that the SDK gives it: prompts have its arguments and result.
 * @returns the call as it is if the span is of no handoff, or has other values than agents' names
 */
export function asHandoffCall(spanName: string, call: Call): Call {
  const agent = handoffName.exec(spanName)?.[1]?.trim();
  if (agent === undefined || (call.output !== null && call.output !== agent)) return call;
  if (call.input !== null && (typeof call.input !== "string" || /^\s*\{/.test(call.input)))
    return call;
  const toolName = `transfer_to_${agent.toLowerCase().replaceAll(/[^a-z0-9_]/g, "_")}`;
  return { toolName, input: null, output: null };
}
