import type { DeclaredSource } from "@/lib/domain/trace/identity";
import { speakerOf } from "@/lib/domain/trace/speaker";
import type { AttributeValue, Attributes } from "@/lib/domain/trace/span";
import { plainName, weakCustomerNames } from "./identity-names";
import { objectUnder, scalarText } from "./json";
import type { Scan } from "./scan";

/** Keys of a user who may not be the customer. */
const weakKeys = new Set([
  "user.id",
  "enduser.id",
  "enduser.pseudo.id",
  "langfuse.user.id",
  "gen_ai.user.id",
  "llm.user",
  "gen_ai.request.user",
  "langwatch.user.id",
  "langwatch.user_id",
  "metadata.user_api_key_end_user_id",
  "microsoft.agent.user.id",
  "gcp.vertex.agent.user_id",
  "mlflow.trace.user",
  "mlflow.traceUser",
  "posthog.distinct_id",
  "posthog_distinct_id",
  "langsmith.metadata.user_id",
]);
/** Users as a model's service or a page's statistics know them: an id of their own beside the customer's. */
const furtherKeys = new Set([
  "enduser.pseudo.id",
  "llm.user",
  "gen_ai.request.user",
  "metadata.user_api_key_end_user_id",
  "posthog.distinct_id",
  "posthog_distinct_id",
]);

/** A user whom a span names by a key that is not the customer's own. */
export type WeakUser = {
  readonly value: AttributeValue;
  readonly from: DeclaredSource;
  /** Of the model's service or the room: an id beside the customer's. */
  readonly isFurther: boolean;
};

/** Users that may be the customer; the agents of a LiveKit room are not. */
export function readWeakUsers(attributes: Attributes, scan: Scan): readonly WeakUser[] {
  if (isAgentParticipant(attributes)) return [];
  const hits = [...(scan.identity.customerId ?? [])].sort((left, right) => left.rank - right.rank);
  const isRoom = hits.some(({ key }) => isLiveKitIdentity(key));
  const flat = hits.map(({ key }) => ({
    value: attributes.get(key) ?? null,
    from: "span" as const,
    isFurther: isRoom || furtherKeys.has(key),
  }));
  const bags = scan.bags
    .filter((bag) => weakCustomerNames.has(plainName(bag.name)))
    .map(({ key, from }) => ({ value: attributes.get(key) ?? null, from, isFurther: false }));
  const objects = scan.objects.flatMap((key) =>
    Object.entries(objectUnder(attributes, key) ?? {})
      .filter(([name]) => weakCustomerNames.has(plainName(name)))
      .map(([, value]) => ({ value, from: "metadata" as const, isFurther: false })),
  );
  return [...flat, ...bags, ...objects].filter(({ value }) => !isAgentIdentity(value));
}

/** LiveKit's enum, by name or number: agents, and what records or feeds a room, are nobody's customer. */
const agentParticipants = /^(?:participant_kind_)?(?:agent|egress|ingress|[124])$/i;
/** LiveKit's name for an agent's own participant: `agent-` and the job's id. */
const agentIdentity = /^agent-AJ_\w+$/;

function isAgentParticipant(attributes: Attributes): boolean {
  const kind = attributes.get("lk.participant_kind") ?? attributes.get("lk.pii.participant_kind");
  return agentParticipants.test(scalarText(kind) ?? "");
}

function isAgentIdentity(value: AttributeValue): boolean {
  return agentIdentity.test(scalarText(value) ?? "");
}

/** Whether the span is an agent's message: its user may be the agent. */
export function isOfAgent(attributes: Attributes): boolean {
  const role = scalarText(attributes.get("message.role"));
  return role !== null && speakerOf(role) === "agent";
}

/** Whether a key names a user who may not be the customer. */
export function isWeakUserKey(key: string): boolean {
  return weakKeys.has(key) || isLiveKitIdentity(key);
}

function isLiveKitIdentity(key: string): boolean {
  return key.endsWith("participant_identity");
}
