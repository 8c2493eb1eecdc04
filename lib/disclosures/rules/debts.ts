import { anywhere, everyChannel, onlyCalls, sample } from "./sample";

const collector = ["tenant.debt_collector", "intent=collections,collection,debt"] as const;

/** Instalments and the collection of debts. */
export const debtRules = [
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
    id: "fdcpa-mini-miranda-initial",
    version: 2,
    title: "Say that a debt is being collected: first contact",
    jurisdictions: ["US"],
    source: "15 U.S.C. § 1692e(11); 12 CFR 1006.18(e)(1)",
    severity: "critical",
    trigger: { conditions: collector, event: null },
    scope: "once_per_case",
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
    version: 2,
    title: "Say that a debt collector is speaking",
    jurisdictions: ["US"],
    source: "12 CFR 1006.18(e)(2)",
    severity: "high",
    trigger: { conditions: [...collector, "later_contact"], event: null },
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
    id: "regf-call-frequency",
    title: "Call about a debt at most seven times in seven days",
    jurisdictions: ["US"],
    source: "12 CFR 1006.14(b)",
    severity: "high",
    trigger: { conditions: ["tenant.debt_collector", "agent_began"], event: "calls_about_debt" },
    scope: "event",
    channels: onlyCalls,
    speakers: ["agent"],
    elements: [],
    position: anywhere,
    prohibited: true,
  }),
  sample({
    id: "regf-optout-electronic",
    version: 2,
    title: "Say how to opt out of messages",
    jurisdictions: ["US"],
    source: "12 CFR 1006.6(e)",
    severity: "high",
    trigger: { conditions: ["tenant.debt_collector"], event: null },
    scope: "each_message",
    channels: { voice: false, chat: false, email: true, sms: true, social: false, in_app: false },
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
    position: anywhere,
  }),
];
