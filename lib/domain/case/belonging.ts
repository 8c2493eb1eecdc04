import { parseChannel } from "../trace/channel";
import {
  agentKinds,
  risks,
  type AgentKind,
  type Belonging,
  type Identity,
  type Risk,
} from "../trace/identity";

/** An identity's values without their sources; missing ones are null or unknown. */
export function belongingOf(identity: Identity): Belonging {
  return {
    caseId: identity.caseId?.value ?? null,
    customerId: identity.customerId?.value ?? null,
    channel: parseChannel(identity.channel?.value ?? "unknown") ?? "unknown",
    intent: identity.intent?.value ?? null,
    session: identity.session?.value ?? null,
    interactionId: identity.interactionId?.value ?? null,
    agentKind: agentKindOf(identity.agentKind?.value),
    agentId: identity.agentId?.value ?? null,
    caseType: identity.caseType?.value ?? null,
    risk: riskOf(identity.risk?.value),
    region: identity.region?.value ?? null,
    team: identity.team?.value ?? null,
    release: identity.release?.value ?? null,
    runId: identity.runId?.value ?? null,
    cohort: identity.cohort?.value ?? null,
  };
}

function agentKindOf(value: string | undefined): AgentKind {
  return agentKinds.find((each) => each === value) ?? "unknown";
}

function riskOf(value: string | undefined): Risk | null {
  return risks.find((each) => each === value) ?? null;
}
