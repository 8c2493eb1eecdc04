import { everyChannel, sample } from "./sample";

const anywhere = {
  withinSeconds: null,
  beforeEvent: null,
  afterEvent: null,
  withinAgentTurns: null,
};
const always = { conditions: [], event: null };

/** Consumer protection: debts, payments, text messages, privacy. */
export const consumerRules = [
  sample({
    id: "instalment-terms",
    version: 2,
    title: "Say what a missed instalment means",
    jurisdictions: ["*"],
    source: "A sample policy after rules for consumer credit",
    severity: "high",
    trigger: { conditions: [], event: "payment_plan_agreed" },
    channels: everyChannel,
    speakers: ["agent", "system"],
    elements: [
      {
        key: "consequence",
        mode: "verbatim",
        anyOf: [
          "\\b(?:miss(?:ed|ing)?|late|fail(?:ed|ure)?|default(?:ed|ing)?|unpaid|don['’]t pay|not paid|skip(?:ped)?)\\b[^.!?]{0,90}\\b(?:due|report(?:ed)?|collections?|fees?|interest|charges?|cancel(?:led)?|terminate[ds]?)\\b",
          "\\bcredit (?:agenc\\w+|bureaus?|report|score|file|rating)\\b",
        ],
      },
    ],
    position: { ...anywhere, beforeEvent: "payment_plan_agreed" },
  }),
  sample({
    id: "sms-opt-out",
    version: 2,
    title: "Say how to stop text messages",
    jurisdictions: ["US"],
    ifRegionUnknown: "applies",
    source: "47 CFR § 64.1200",
    severity: "high",
    trigger: { conditions: ["agent_began"], event: null },
    channels: ["sms"],
    speakers: ["agent", "system"],
    elements: [
      {
        key: "optout",
        mode: "verbatim",
        anyOf: [
          "\\b(?:reply|text|send|txt|write)\\b[^.!?]{0,12}\\b(?:stop|end|quit|unsubscribe)\\b",
          "\\bopt[ -]?out\\b|\\bunsubscribe\\b",
          "\\bstop to (?:end|cancel|opt)\\b",
        ],
      },
    ],
    position: { ...anywhere, withinAgentTurns: 1 },
  }),
  sample({
    id: "fdcpa-mini-miranda-initial",
    title: "Say that a debt is being collected: first contact",
    jurisdictions: ["US"],
    source: "15 U.S.C. § 1692e(11); 12 CFR 1006.18(e)(1)",
    severity: "critical",
    trigger: always,
    channels: everyChannel,
    speakers: ["agent"],
    elements: [
      {
        key: "attempt",
        mode: "verbatim",
        anyOf: ["\\battempt(?:ing)? to collect (?:a|this|the) debt\\b"],
      },
      {
        key: "purpose",
        mode: "verbatim",
        anyOf: [
          "\\binformation (?:we )?(?:obtain(?:ed)? )?(?:from you )?will be used for that purpose\\b",
        ],
      },
    ],
    position: { ...anywhere, withinAgentTurns: 3 },
  }),
  sample({
    id: "fdcpa-subsequent",
    title: "Say that a debt collector is speaking",
    jurisdictions: ["US"],
    source: "12 CFR 1006.18(e)(2)",
    severity: "high",
    trigger: always,
    channels: everyChannel,
    speakers: ["agent"],
    elements: [
      {
        key: "from_collector",
        mode: "verbatim",
        anyOf: [
          "\\b(?:from|is|are|am|with|as) an? debt[- ]collect(?:or|ion (?:agency|company))\\b",
        ],
      },
    ],
    position: { ...anywhere, withinAgentTurns: 3 },
  }),
  sample({
    id: "regf-optout-electronic",
    title: "Say how to opt out of messages",
    jurisdictions: ["US"],
    source: "12 CFR 1006.6(e)",
    severity: "high",
    trigger: always,
    channels: ["email", "sms"],
    speakers: ["agent", "system"],
    elements: [
      {
        key: "optout",
        mode: "verbatim",
        anyOf: [
          "\\b(?:reply|text|send)\\b[^.!?]{0,12}\\bstop\\b",
          "\\bopt[ -]?out\\b|\\bunsubscribe\\b",
        ],
      },
    ],
    position: { ...anywhere, withinAgentTurns: 1 },
  }),
  sample({
    id: "gdpr-art13-notice",
    title: "Point to the privacy notice",
    jurisdictions: ["EU", "GB"],
    source: "Regulation (EU) 2016/679, Art. 13",
    effectiveFrom: "2018-05-25",
    severity: "medium",
    trigger: always,
    channels: ["voice", "chat", "email", "in_app"],
    speakers: ["agent", "system"],
    elements: [
      { key: "privacy", mode: "verbatim", anyOf: ["\\bprivacy (?:notice|policy|statement)\\b"] },
    ],
    position: { ...anywhere, withinAgentTurns: 3 },
  }),
];
