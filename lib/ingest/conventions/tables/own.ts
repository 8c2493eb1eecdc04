import type { Convention } from "../convention";

/** The attributes that this product documents, and the plain message span. */
export const own: Convention = {
  name: "own",
  identity: {
    caseId: ["case_id"],
    customerId: ["customer_id"],
    channel: ["channel"],
    intent: ["intent"],
    interactionId: ["interaction_id"],
    agentKind: ["agent.kind", "agent.type"],
    agentId: ["agent.id"],
    caseType: ["case.type"],
    risk: ["case.risk"],
    region: ["region"],
    team: ["team", "agent.team", "agent.group"],
    release: ["release"],
    runId: ["run_id"],
    cohort: ["cohort.name"],
    cohortItem: ["cohort.item"],
    repeat: ["cohort.repeat"],
  },
  metadataPrefixes: ["metadata."],
  metadataObjects: ["metadata"],
};
