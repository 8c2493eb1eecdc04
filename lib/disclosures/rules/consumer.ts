import { anywhere, everyChannel, onlyCalls, sample } from "./sample";

const always = { conditions: [], event: null };

/** Privacy, advice, complaints and access to people. */
export const consumerRules = [
  sample({
    id: "gdpr-art13-notice",
    version: 2,
    title: "Point to the privacy notice",
    jurisdictions: ["EU", "GB"],
    source: "Regulation (EU) 2016/679, Art. 13",
    effectiveFrom: "2018-05-25",
    severity: "medium",
    trigger: always,
    scope: "once_per_case",
    channels: { voice: true, chat: true, email: true, sms: false, social: false, in_app: true },
    speakers: ["agent", "system"],
    elements: [
      { key: "privacy", mode: "verbatim", anyOf: ["\\bprivacy (?:notice|policy|statement)\\b"] },
    ],
    position: { ...anywhere, withinAgentTurns: 3 },
  }),
  sample({
    id: "emotion-recognition-notice",
    title: "Say that the voice is analysed for emotions",
    jurisdictions: ["EU"],
    source: "Regulation (EU) 2024/1689, Art. 50(3)",
    effectiveFrom: "2026-08-02",
    severity: "critical",
    trigger: { conditions: ["tenant.voice_emotion_analysis"], event: null },
    channels: onlyCalls,
    speakers: ["agent", "system"],
    elements: [
      {
        key: "emotion",
        mode: "verbatim",
        anyOf: ["\\banaly[sz]\\w*\\b[^.!?]{0,60}\\b(?:emotions?|sentiment|tone)\\b"],
      },
    ],
    position: anywhere,
  }),
  sample({
    id: "fca-disp-ack-and-final",
    title: "Answer a complaint in time",
    jurisdictions: ["GB"],
    source: "FCA Handbook, DISP 1.5 and 1.6",
    severity: "high",
    trigger: { conditions: ["tenant.fca_regulated"], event: "complaint_made" },
    scope: "event",
    channels: { email: true, in_app: true, chat: true, voice: true, sms: false, social: false },
    speakers: ["agent"],
    elements: [],
    position: anywhere,
    deadline: { from: "complaint_made", businessDays: null, days: 56 },
  }),
  sample({
    id: "not-financial-advice",
    version: 2,
    title: "Say that it is no financial advice",
    jurisdictions: ["US", "GB", "EU"],
    source: "FINRA 2210 and 2111, Reg BI; FCA COBS 9; a sample policy",
    severity: "medium",
    trigger: {
      conditions: ["ai_agent", "intent=investment,pension,mortgage_advice,mortgage"],
      event: null,
    },
    channels: { voice: true, chat: true, email: true, sms: false, social: false, in_app: true },
    speakers: ["ai"],
    elements: [
      {
        key: "no_advice",
        mode: "verbatim",
        anyOf: [
          "\\b(?:not|no|isn['’]t|never|don['’]t give|cannot give|can['’]t give)\\b[^.!?]{0,40}\\b(?:financial|investment|personal) (?:advice|recommendations?)\\b",
          "\\b(?:not|isn['’]t|never|unable|can['’]?t|cannot|may not)\\b[^.!?]{0,30}\\b(?:advise|recommend)\\b[^.!?]{0,30}\\b(?:invest\\w*|funds?|pensions?|mortgages?|financ\\w*)\\b",
          "\\bgeneral information\\b",
        ],
      },
    ],
    position: anywhere,
  }),
  sample({
    id: "relay-call-equal-service",
    title: "Serve relay calls like any other",
    jurisdictions: ["US"],
    source: "ADA Title III, 28 CFR 36.303(d)",
    severity: "high",
    trigger: { conditions: [], event: "relay_call" },
    scope: "event",
    channels: onlyCalls,
    speakers: ["agent"],
    elements: [],
    position: anywhere,
    prohibited: true,
  }),
  sample({
    id: "human-escape-route",
    title: "Offer a way to a person when asked",
    jurisdictions: ["*"],
    source: "A sample policy",
    severity: "medium",
    trigger: { conditions: ["ai_agent"], event: "customer_asks_for_person" },
    scope: "event",
    channels: everyChannel,
    speakers: ["agent", "system"],
    elements: [
      {
        key: "way",
        mode: "verbatim",
        anyOf: [
          "\\b(?:transfer|connect|pass|switch|forward|hand)(?:ring|ting|ing|red|ed)?\\b[^.!?]{0,40}\\b(?:you|this|chat|call|conversation|over)\\b",
          "\\b(?:put|putting|get|getting) (?:you (?:through|to|over)|an? (?:person|human|agent|colleague|representative|advis[eo]r))\\b",
          "\\b(?:person|human|agent|colleague|representative|specialist|advis[eo]r|supervisor|manager|someone)\\b[^.!?]{0,30}\\b(?:will|can|is going to)\\b[^.!?]{0,30}\\b(?:join|help|take over|call|contact|reach|assist|be with)\\b",
          "\\b(?:call|phone|reach|contact) (?:us|our team|them) (?:on|at|by|between)\\b",
        ],
        noneOf: [
          "\\b(?:can['’]?t|cannot|can not|unable|not able|won['’]?t|will not|don['’]?t|do not|no one|nobody|never)\\b",
        ],
      },
    ],
    position: { ...anywhere, withinAgentTurns: 2, afterEvent: "customer_asks_for_person" },
  }),
];
