import { everyChannel, sample, type SampleRule } from "./sample";

const isAi = { key: "is_ai", mode: "meaning", anyOf: ["speaker-is-ai"] } as const;
const inFirstTurn = {
  withinAgentTurns: 1,
  withinSeconds: null,
  beforeEvent: null,
  afterEvent: null,
} as const;
const ofAi = { conditions: ["ai_agent"], event: null } as const;

const atStart = {
  trigger: ofAi,
  speakers: ["ai", "system"],
  elements: [isAi],
  position: inFirstTurn,
} satisfies Partial<SampleRule>;

export const aiIdentityRules = [
  sample({
    id: "ai-identity-eu-art50",
    version: 2,
    title: "Say that an AI is speaking",
    jurisdictions: ["EU"],
    source: "Regulation (EU) 2024/1689, Art. 50(1) and (5)",
    effectiveFrom: "2026-08-02",
    severity: "critical",
    channels: everyChannel,
    ...atStart,
  }),
  sample({
    id: "ai-identity-on-request",
    title: "Say truthfully that it is an AI when asked",
    jurisdictions: ["US-UT", "US-CA", "*"],
    source: "Utah Code 13-75 as amended by SB 226 (2025); FTC Act § 5",
    effectiveFrom: "2025-05-07",
    severity: "critical",
    channels: everyChannel,
    trigger: { conditions: ["ai_agent"], event: "customer_asks_if_human" },
    scope: "event",
    speakers: ["ai"],
    elements: [isAi],
    position: { ...inFirstTurn, afterEvent: "customer_asks_if_human" },
  }),
  sample({
    id: "ai-identity-utah-regulated",
    version: 2,
    title: "Say that an AI is speaking: regulated occupations",
    jurisdictions: ["US-UT"],
    source: "Utah AI Policy Act, SB 149 (2024), SB 226 (2025)",
    effectiveFrom: "2024-05-01",
    severity: "high",
    channels: everyChannel,
    ...atStart,
    trigger: {
      conditions: ["ai_agent", "tenant.regulated_occupation", "risk=high"],
      event: null,
    },
  }),
  sample({
    id: "ai-identity-maine",
    title: "Say that it is not a person",
    jurisdictions: ["US-ME"],
    source: "10 M.R.S. § 1500-DD (2025); sources differ by a day on its beginning",
    effectiveFrom: "2025-09-24",
    severity: "high",
    channels: { voice: true, chat: true, email: false, sms: true, social: true, in_app: true },
    ...atStart,
  }),
  sample({
    id: "ai-identity-ca-bot",
    version: 2,
    title: "Say that a bot is writing: sales",
    jurisdictions: ["US-CA"],
    source: "Cal. Bus. & Prof. Code §§ 17940–17943",
    effectiveFrom: "2019-07-01",
    severity: "medium",
    channels: { voice: false, chat: true, email: false, sms: false, social: true, in_app: true },
    ...atStart,
    trigger: { conditions: ["ai_agent", "intent=sales,upsell,retention"], event: null },
  }),
];
