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
    runId: ["run_id", "throughline.run"],
    cohort: ["cohort.name", "throughline.cohort"],
    cohortItem: ["cohort.item", "throughline.cohort.item"],
    repeat: ["cohort.repeat", "throughline.cohort.repeat"],
  },
  metadataPrefixes: ["metadata."],
  metadataObjects: ["metadata"],
};
