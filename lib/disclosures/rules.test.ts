import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { disclosureRuleSchema, type DisclosureRule } from "@/lib/domain/disclosures/rule";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { evaluateOverCase } from "./evaluate-over-case";
import { findRule } from "./rules";
import { contactsOfCase, judgeCase, ruleOf, type Line } from "./test-contacts";

const publishedRules = z.object({
  rules: z.array(
    z.object({
      id: z.string(),
      jurisdictions: z.array(z.string()),
      effective_from: z.string().nullish(),
      severity: z.string(),
      channels: z.array(z.string()),
      default_on: z.boolean().default(false),
      prohibited: z.boolean().default(false),
    }),
  ),
});

it.each([
  ["ai-identity-eu-art50", "2026-08-02", ["EU"]],
  ["ai-identity-ca-bot", "2019-07-01", ["US-CA"]],
  ["gdpr-art13-notice", "2018-05-25", ["EU", "GB"]],
])("%s holds from %s in %j", (id, from, places) => {
  expect(findRule(id)).toMatchObject({ effectiveFrom: from, jurisdictions: places });
});

it("who says nothing has the rules on of saying that an AI speaks and that a call is recorded", () => {
  expect(defaultSettings.disclosureRules.on).toEqual([
    "ai-identity-eu-art50",
    "ai-identity-on-request",
    "recording-notice-all-party",
  ]);
});

it("every published sample rule is shipped, with its dates, places and channels", () => {
  const path = requireShared("fixtures/disclosure-rules.json");
  const { rules } = publishedRules.parse(JSON.parse(readFileSync(path, "utf8")));
  for (const each of rules) {
    const own = findRule(each.id);
    const from = each.effective_from ?? own?.effectiveFrom;
    expect([each.id, own?.effectiveFrom]).toEqual([each.id, from]);
    expect([each.id, own?.severity, own?.prohibited]).toEqual([
      ...[each.id, each.severity, each.prohibited],
    ]);
    expect([each.id, ...(own?.channels ?? [])].sort()).toEqual([each.id, ...each.channels].sort());
    const jurisdictions = [...(own?.jurisdictions ?? [])].sort();
    expect([each.id, jurisdictions]).toEqual([each.id, each.jurisdictions.toSorted()]);
  }
  const on = rules.filter((each) => each.default_on).map(({ id }) => id);
  expect([...defaultSettings.disclosureRules.on].sort()).toEqual(on.sort());
});

describe("a rule's schema", () => {
  const isValid = (change: Partial<DisclosureRule>) =>
    disclosureRuleSchema.safeParse({ ...ruleOf("ai-identity-eu-art50"), ...change }).success;

  it("needs elements, a prohibition or a deadline, and English for meanings", () => {
    expect(isValid({})).toBe(true);
    expect(isValid({ elements: [] })).toBe(false);
    expect(isValid({ elements: [], prohibited: true })).toBe(true);
    const deadline = { from: "complaint_made" as const, businessDays: null, days: 56 };
    expect(isValid({ elements: [], deadline })).toBe(true);
    expect(isValid({ language: "de" })).toBe(false);
    expect(isValid({ trigger: { conditions: ["tenant.debt_collector"], event: null } })).toBe(true);
    expect(isValid({ trigger: { conditions: ["the moon is full"], event: null } })).toBe(false);
  });
});

describe("a rule in another language", () => {
  const german: Partial<DisclosureRule> = {
    language: "de",
    elements: [{ key: "is_ai", mode: "verbatim", anyOf: ["\\bKI-Assistent(?:in)?\\b"] }],
  };
  const status = (text: string, language = "de") =>
    judgeCase(
      "ai-identity-eu-art50",
      [
        {
          said: [
            ["customer", "Hallo"],
            ["agent", text],
          ],
        },
      ],
      {
        ...german,
        language,
      },
    )[0]?.status;

  it("reads words in its language, and none in another", () => {
    expect(status("Guten Tag, ich bin Ihr KI-Assistent.")).toBe("given");
    expect(status("Guten Tag, wie kann ich Ihnen mit der Bestellung helfen?")).toBe("missing");
    expect(status("Hello, how can I help you with your order today?")).toBe("not_evaluable");
    expect(status("Bonjour, comment puis-je vous aider avec votre commande ?")).toBe(
      "not_evaluable",
    );
    expect(status("Dzień dobry, w czym mogę pomóc?", "pl")).toBe("missing");
    expect(status("Dzień dobry, w czym mogę pomóc?", "cs")).toBe("not_evaluable");
  });
});

describe("shipped rules that are off", () => {
  const us = { region: "US-TX" };
  const judge = (rule: string, said: readonly Line[], channel: "voice" | "email" | "chat") =>
    evaluateOverCase(
      ruleOf(rule),
      contactsOfCase([{ said, belonging: { ...us, channel } }], { areAssumed: true }),
      [],
    )[0];

  it("say why what no trace shows cannot be evaluated", () => {
    for (const [rule, channel] of [
      ["rege-error-clock", "voice"],
      ["regz-billing-error", "email"],
      ["regf-call-frequency", "voice"],
      ["relay-call-equal-service", "voice"],
      ["cancel-no-obstruction", "chat"],
    ] as const) {
      const judged = judge(rule, [["agent", "Hello, how are you?"]], channel);
      expect([rule, judged?.status]).toEqual([rule, "not_evaluable"]);
      expect(judged?.because).toMatch(/ do not show| not counted/);
    }
  });

  it("of words before an event that no trace shows are looked for where it is taken to be", () => {
    const said: Line = ["agent", "It renews each month for $9. You can cancel any time."];
    const rule = ruleOf("autorenew-terms-before-billing");
    const parts = [{ said: [said], belonging: { ...us, channel: "chat" as const } }];
    const facts = { intent: "upgrade" };
    expect(evaluateOverCase(rule, contactsOfCase(parts, facts), [])[0]).toMatchObject({
      status: "not_evaluable",
      because: expect.stringContaining("details for billing were collected") as string,
    });
    const yes: Line = ["customer", "Yes, please."];
    expect(judge(rule.id, [said, yes], "chat")?.status).toBe("given");
    expect(judge(rule.id, [yes, said], "chat")).toMatchObject({
      status: "incomplete",
      missingElements: [],
    });
    expect(judge(rule.id, [["agent", "It renews each month."]], "chat")).toMatchObject({
      status: "incomplete",
      missingElements: ["cancel"],
    });
  });

  it("forbid a card's security code whoever says it, masked or not", () => {
    const said = (text: string) => judge("pci-pause-recording", [["customer", text]], "chat");
    expect(said("my cvv is <KEY>")).toMatchObject({ status: "missing", quote: { message: 0 } });
    expect(said("the security code is 123")?.status).toBe("missing");
    expect(said("Where is the security code on this card?")?.status).toBe("given");
  });

  it("ask for a way to a person, and take no refusal for one", () => {
    const answer = (...texts: readonly string[]) =>
      judge(
        "human-escape-route",
        [
          ["customer", "I want to speak to a real person."],
          ...texts.map((text): Line => ["agent", text]),
        ],
        "chat",
      )?.status;
    expect(answer("I'll connect you with a colleague now.")).toBe("given");
    expect(answer("A specialist will call you back today.")).toBe("given");
    expect(
      judgeCase("human-escape-route", [{ said: [["customer", "Give me a real person."]] }])[0]
        ?.status,
    ).toBe("not_evaluable");
    const about: Line = ["customer", "I want to talk to someone about my bill."];
    expect(judge("human-escape-route", [about, ["agent", "Sure."]], "chat")?.status).toBe(
      "not_required",
    );
    expect(answer("I can't connect you with anybody.")).toBe("missing");
    expect(answer("What is your order number?")).toBe("missing");
  });

  it("count on another channel only what is said there in full", () => {
    const attempt = "This is an attempt to collect a debt.";
    const found = (text: string) =>
      judgeCase(
        "fdcpa-mini-miranda-initial",
        [
          { said: [["agent", text]], belonging: { ...us, channel: "email" } },
          { said: [["agent", "Hello."]], belonging: { ...us, channel: "voice" }, day: 1 },
        ],
        { channels: ["voice"], trigger: { conditions: [], event: null } },
      )[1]?.status;
    expect(found(`${attempt} Any information will be used for that purpose.`)).toBe(
      "wrong_channel",
    );
    expect(found(attempt)).toBe("missing");
  });

  it("take a transfer for a way to a person, whatever is said", () => {
    const said: readonly Line[] = [
      ["customer", "I want to speak to a real person."],
      ["agent", "One moment."],
    ];
    const [contact] = contactsOfCase([{ said }]);
    const call = { id: null, name: "transfer_to_human_agents", args: "{}" };
    const messages = contact?.messages.map((each, at) => ({
      ...each,
      toolCalls: at === 1 ? [call] : [],
    }));
    const judged =
      contact === undefined || messages === undefined
        ? undefined
        : evaluateOverCase(ruleOf("human-escape-route"), [{ ...contact, messages }], [])[0];
    expect(judged).toMatchObject({
      status: "given",
      quote: { message: 1 },
      trigger: { message: 0 },
    });
  });

  it("ask an outbound AI call for who calls and how to stop it", () => {
    const call = (text: string) =>
      judge(
        "tcpa-ai-voice-outbound",
        [
          ["agent", text],
          ["customer", "Okay."],
        ],
        "voice",
      );
    expect(call("Hi, this is Ann from Elm. Press 9 to opt out.")?.status).toBe("given");
    expect(call("Hi, this is Ann from Elm.")).toMatchObject({
      status: "incomplete",
      missingElements: ["optout"],
    });
    const said: readonly Line[] = [
      ["agent", "Hi, this is Ann from Elm."],
      ["customer", "Yes?"],
    ];
    const belonging = { ...us, channel: "voice" as const };
    expect(judgeCase("tcpa-ai-voice-outbound", [{ said, belonging }])[0]).toMatchObject({
      status: "not_evaluable",
      because: expect.stringContaining("who called") as string,
    });
  });

  it("ask every e-mail of a collector for the way out", () => {
    const mails = (...texts: readonly string[]) =>
      judge(
        "regf-optout-electronic",
        texts.map((text): Line => ["agent", text]),
        "email",
      )?.status;
    expect(mails("Pay here. Unsubscribe below.", "Reminder. You can opt out below.")).toBe("given");
    expect(mails("Pay here. Unsubscribe below.", "Please pay us soon.")).toBe("incomplete");
    expect(mails("Please pay us soon.")).toBe("missing");
  });
});
