import type { Channel } from "@/lib/domain/channel";
import type { AgentKind } from "@/lib/domain/identity";

/** One touchpoint in a journey, with the kinds of agent that spoke, in order of first words. */
export type JourneyStep = {
  readonly channel: Channel;
  readonly agentKinds: readonly AgentKind[];
};
