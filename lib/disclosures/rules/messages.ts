import { anywhere, onlyCalls, sample } from "./sample";

/** Text messages and calls that the company begins. */
export const messageRules = [
  sample({
    id: "sms-opt-out",
    version: 3,
    title: "Say how to stop text messages",
    jurisdictions: ["US"],
    ifRegionUnknown: "applies",
    source: "47 CFR § 64.1200",
    severity: "high",
    trigger: { conditions: ["agent_began"], event: null },
    channels: { voice: false, chat: false, email: false, sms: true, social: false, in_app: false },
    speakers: ["agent", "system"],
    elements: [
      {
        key: "optout",
        mode: "verbatim",
        anyOf: [
          "\\b(?:reply|text|send|txt|write|answer|respond)\\b[^.!?]{0,16}\\b(?:stop|end|quit|unsubscribe)\\b",
          "\\bopt[ -]?out\\b|\\bunsubscribe\\b",
          "\\bstop ?(?:to|2|=|:|-) ?(?:end|cancel|opt|quit|leave|unsub\\w*)\\b",
        ],
      },
    ],
    position: { ...anywhere, withinAgentTurns: 1 },
  }),
  sample({
    id: "tcpa-optout-honoured",
    title: "Honour a request to stop messages and calls",
    jurisdictions: ["US"],
    source: "47 CFR § 64.1200(a)(10)–(12)",
    effectiveFrom: "2025-04-11",
    severity: "critical",
    trigger: { conditions: [], event: "customer_revokes_consent" },
    scope: "event",
    channels: { sms: true, voice: true, email: true, chat: true, social: false, in_app: false },
    speakers: ["agent", "system"],
    elements: [],
    position: anywhere,
    prohibited: true,
    deadline: { from: "customer_revokes_consent", businessDays: 10, days: null },
  }),
  sample({
    id: "tcpa-ai-voice-outbound",
    title: "Say who calls and how to stop calls: outbound AI voice",
    jurisdictions: ["US"],
    source: "FCC 24-17 (8 Feb 2024); 47 CFR § 64.1200(b)",
    effectiveFrom: "2024-02-08",
    severity: "critical",
    trigger: { conditions: ["ai_agent", "agent_began"], event: null },
    channels: onlyCalls,
    speakers: ["ai"],
    elements: [
      {
        key: "identity",
        mode: "verbatim",
        anyOf: [
          "\\bthis is\\b[^.!?]{0,60}\\b(?:from|with|at|of)\\b",
          "\\bcalling (?:you )?(?:from|on behalf of)\\b",
        ],
      },
      {
        key: "optout",
        mode: "verbatim",
        anyOf: [
          "\\b(?:press|say|dial|call|text|reply)\\b[^.!?]{0,40}\\b(?:stop|opt[ -]?out|unsubscribe)\\b",
          "\\bdo[ -]not[ -]call list\\b",
        ],
      },
    ],
    position: { ...anywhere, withinSeconds: 20 },
  }),
];
