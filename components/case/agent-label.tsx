import type { AgentKind } from "@/lib/domain/trace/identity";
import { agentNames } from "@/lib/pages/case/words/transcript";

const looks: Readonly<Record<AgentKind, string>> = {
  ai: "border-agent-ai bg-panel text-agent-ai",
  human: "border-text-faint bg-text-faint text-panel",
  unknown: "border-dashed border-border-strong text-text-muted",
};

/** The kind of an agent: AI is outlined, human is filled. */
export function AgentLabel({ kind }: { kind: AgentKind }) {
  const { letters, name } = agentNames[kind];
  return (
    <span
      className={`inline-flex h-4 min-w-5.5 items-center justify-center rounded-chip border-[1.5px] px-1 text-axis leading-none font-semibold ${looks[kind]}`}
      title={name}
    >
      <span aria-hidden="true">{letters}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
