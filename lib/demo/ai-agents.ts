import { weekOf } from "./calendar";
import type { DemoAgent, DemoChannel } from "./model";

/** From this week on chat's change of the shared template makes the voice agent formal. */
export const templateChangeWeek = 17;
/** The template of chat and the main phone line. */
export const sharedTemplate = "support-core";

/** The template of which the app runs two versions for comparison. */
export const comparedTemplate = "concierge";

type Version = { readonly fromWeek: number; readonly version: string; readonly model: string };
type Prompt = { readonly name: string; readonly versions: readonly Version[] };

const support: Prompt = {
  name: sharedTemplate,
  versions: [
    { fromWeek: 0, version: "v6", model: "gpt-4o-mini" },
    { fromWeek: 8, version: "v7", model: "gpt-4.1-mini" },
    { fromWeek: templateChangeWeek, version: "v8", model: "gpt-4.1-mini" },
  ],
};
const prompts: Readonly<Record<DemoChannel | "outage-line", Prompt>> = {
  chat: support,
  voice: support,
  "outage-line": {
    name: "outage-line",
    versions: [
      { fromWeek: 0, version: "v2", model: "gemini-2.0-flash" },
      { fromWeek: 13, version: "v3", model: "gemini-2.5-flash" },
    ],
  },
  email: {
    name: "email-reply",
    versions: [
      { fromWeek: 0, version: "v4", model: "claude-3-5-haiku" },
      { fromWeek: 12, version: "v5", model: "claude-haiku-4-5" },
    ],
  },
  sms: {
    name: "sms-care",
    versions: [
      { fromWeek: 0, version: "v2", model: "gpt-4o-mini" },
      { fromWeek: 15, version: "v3", model: "gpt-4o-mini" },
    ],
  },
  social: {
    name: "social-care",
    versions: [
      { fromWeek: 0, version: "v1", model: "mistral-small" },
      { fromWeek: 20, version: "v2", model: "mistral-medium" },
    ],
  },
  in_app: { name: "app-helper", versions: [{ fromWeek: 0, version: "v1", model: "gpt-4o" }] },
};

/**
 * The AI agent of a channel at an instant.
 * @param variant a compared version, instead of the channel's own
 */
export function aiAgent(where: {
  readonly channel: DemoChannel;
  readonly line?: "main" | "outage";
  readonly atUs: number;
  readonly endUs: number;
  readonly variant?: string;
}): DemoAgent {
  const { channel, line = "main", atUs, endUs, variant } = where;
  const week = weekOf(atUs, endUs);
  const prompt = prompts[channel === "voice" && line === "outage" ? "outage-line" : channel];
  const current = prompt.versions.findLast(({ fromWeek }) => fromWeek <= week);
  return {
    kind: "ai",
    model: current?.model ?? "gpt-4o",
    promptName: variant === undefined ? prompt.name : comparedTemplate,
    promptVersion: variant ?? current?.version ?? "v1",
    release: `2026.${String(10 + Math.floor(week / 2))}`,
  };
}

const formalVersions: readonly string[] = ["v8", "v9"];

/** Whether an agent speaks formally because of the template change, which the version after it keeps. */
export function isTurnedFormal(agent: DemoAgent, channel: DemoChannel): boolean {
  return agent.kind === "ai" && channel === "voice" && formalVersions.includes(agent.promptVersion);
}
