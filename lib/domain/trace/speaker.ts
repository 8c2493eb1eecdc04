import type { Speaker } from "./reading";

const speakerOfRole: Readonly<Record<string, Speaker>> = {
  user: "customer",
  customer: "customer",
  human: "customer",
  caller: "customer",
  client: "customer",
  visitor: "customer",
  "end-user": "customer",
  end_user: "customer",
  enduser: "customer",
  contact: "customer",
  consumer: "customer",
  humanmessage: "customer",
  humanmessagechunk: "customer",
  usermessage: "customer",
  assistant: "agent",
  agent: "agent",
  bot: "agent",
  ai: "agent",
  model: "agent",
  chatbot: "agent",
  representative: "agent",
  rep: "agent",
  advisor: "agent",
  operator: "agent",
  ai_agent: "agent",
  human_agent: "agent",
  virtual_agent: "agent",
  aimessage: "agent",
  aimessagechunk: "agent",
  assistantmessage: "agent",
  system: "system",
  developer: "system",
  instructions: "system",
  systemmessage: "system",
  systemmessagechunk: "system",
  tool: "tool",
  function: "tool",
  tool_call_result: "tool",
  tool_result: "tool",
  "tool-result": "tool",
  "tool-response": "tool",
  tool_response: "tool",
  "tool-call": "agent",
  tool_call: "agent",
  toolmessage: "tool",
  functionmessage: "tool",
  toolcallexecutionevent: "tool",
  functionexecutionresultmessage: "tool",
};

const speakers: ReadonlyMap<string, Speaker> = new Map(Object.entries(speakerOfRole));

/** The speaker of a role as instrumentations write it; null for an unknown role. */
export function speakerOf(role: string): Speaker | null {
  return speakers.get(role) ?? speakers.get(roleWord(role)) ?? null;
}

/** A role as settings name it: trimmed, in lower case. */
export function roleWord(role: string): string {
  return role.trim().toLowerCase();
}
