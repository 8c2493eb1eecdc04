import type { AgentKind } from "@/lib/domain/trace/identity";

const looks: Readonly<Record<AgentKind, { letters: string; name: string; look: string }>> = {
  ai: {
    letters: "AI",
    name: "AI agent",
    look: "border-agent-ai bg-panel text-agent-ai",
  },
  human: {
    letters: "H",
    name: "human agent",
    look: "border-text-faint bg-text-faint text-panel",
  },
  unknown: {
    letters: "?",
    name: "agent of unknown kind",
    look: "border-dashed border-border-strong text-text-muted",
  },
};

/** The kind of an agent: AI is outlined, human is filled. */
export function AgentLabel({ kind }: { kind: AgentKind }) {
  const { letters, name, look } = looks[kind];
  return (
    <span
      className={`inline-flex h-4 min-w-5.5 items-center justify-center rounded-chip border-[1.5px] px-1 text-axis leading-none font-semibold ${look}`}
      title={name}
    >
      <span aria-hidden="true">{letters}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
