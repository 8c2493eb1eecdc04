/**
 * The senders that are run, by the name of their folder. `package` is the one whose version is told; `nodeMin` the Node
 * that its newest version asks for; `blocked` says why one can't be run.
 * @type {{ name: string, title: string, registry: "npm" | "pypi", package: string, nodeMin?: number, blocked?: string, note?: string }[]}
 */
export const senders = [
  { name: "langwatch", title: "LangWatch", registry: "npm", package: "langwatch" },
  { name: "laminar", title: "Laminar", registry: "npm", package: "@lmnr-ai/lmnr", nodeMin: 24 },
  {
    name: "langsmith",
    title: "LangSmith, OpenTelemetry",
    registry: "npm",
    package: "langsmith",
    note: "the SDK itself ends no span of most streamed calls",
  },
  {
    name: "braintrust",
    title: "Braintrust, OpenTelemetry",
    registry: "npm",
    package: "@braintrust/otel",
  },
  {
    name: "voltagent",
    title: "VoltAgent",
    registry: "npm",
    package: "@voltagent/core",
    note: "one model span a turn, whatever it called",
  },
  { name: "tanstack-ai", title: "TanStack AI", registry: "npm", package: "@tanstack/ai" },
  {
    name: "claude-agent-sdk",
    title: "Claude Agent SDK",
    registry: "npm",
    package: "@anthropic-ai/claude-agent-sdk",
    nodeMin: 24,
  },
  {
    name: "strands",
    title: "Strands Agents",
    registry: "npm",
    package: "@strands-agents/sdk",
    nodeMin: 24,
  },
  {
    name: "langgraph",
    title: "LangGraph with OpenInference",
    registry: "npm",
    package: "@langchain/langgraph",
  },
];
