import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";

/** A touchpoint of a journey with the kinds of agent that spoke, in order of first words. */
export type JourneyStep = {
  readonly channel: Channel;
  readonly agentKinds: readonly AgentKind[];
};
