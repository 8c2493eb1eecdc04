import { describe, expect, it } from "vitest";
import type { Row } from "./row";
import { rowSchema } from "./row";
import { scorers } from "./scorers";

type Lines = readonly (readonly [
  role: "user" | "assistant" | "tool" | "system",
  content: string,
])[];

function talk(customer: string, agent: string): Lines {
  const both: Lines = [
    ["user", customer],
    ["assistant", agent],
  ];
  return [...both, ...both];
}

const unreadable: readonly (readonly [name: string, said: Lines])[] = [
  ["no messages", []],
  ["empty messages", talk("", "")],
  ["blank messages", talk("  \n", " ")],
  ["marks only", talk("???", "…")],
  [
    "tool messages only",
    [
      ["tool", '{"status":"ok","order":"W1"}'],
      ["tool", "Error: not found"],
    ],
  ],
  ["instructions only", [["system", "You help customers. You will refund them by Friday."]]],
  [
    "Spanish",
    talk(
      "Hola, compré un teléfono la semana pasada y la pantalla no funciona. Quiero que me devuelvan el dinero.",
      "Lo siento mucho. Le enviaré un reembolso de 40 euros antes del viernes. ¿Me puede dar el número de su pedido?",
    ),
  ],
  [
    "German",
    talk(
      "Guten Tag, ich habe letzte Woche ein Telefon gekauft und der Bildschirm ist kaputt. Ich möchte mein Geld zurück.",
      "Das tut mir leid. Ich werde Ihnen bis Freitag 40 Euro erstatten. Können Sie mir die Bestellnummer nennen?",
    ),
  ],
  [
    "Chinese",
    talk(
      "你好，我上周买的手机屏幕坏了，我想退款，请帮我处理一下。",
      "非常抱歉，我会在周五之前退还四十元。请问您的订单号是多少？",
    ),
  ],
  [
    "Arabic",
    talk(
      "مرحبا، اشتريت هاتفا الأسبوع الماضي والشاشة لا تعمل. أريد استرداد أموالي.",
      "أنا آسف جدا. سأعيد لك أربعين دولارا قبل يوم الجمعة. ما هو رقم طلبك؟",
    ),
  ],
];

const english = talk(
  "Hi, my phone arrived broken, order W1234567. Is this a bot? I want my money back.",
  "I'm a virtual assistant. I will refund you $40 by Friday. What is your order number?",
);

/** The same text in every row format; each scorer reads its own. */
function labelledRow(name: string, said: Lines): Row {
  const messages = said.map(([role, content]) => ({ role, content }));
  const [first, second] = [messages.slice(0, said.length / 2), messages.slice(said.length / 2)];
  const ofCase = {
    interactions: [
      { channel: "chat", agent_kind: "ai", messages: first },
      { channel: "voice", agent_kind: "ai", gap_minutes_before: 60, messages: second },
    ],
  };
  const ofPair = { a: first, b: second };
  const forms: Readonly<Record<string, object>> = {
    context_retention: ofCase,
    promises: ofCase,
    same_issue: ofPair,
    disclosures: {
      ...{ messages, rule: "ai-identity-eu-art50", channel: "chat", agent_kind: "ai" },
      ...{ region: "DE", ts: "2026-10-01" },
    },
  };
  const context = [said.at(-1)?.[1] ?? ""];
  return rowSchema.parse({ id: "r-1", context, ...(forms[name] ?? { messages }) });
}

// Formats of personal data do not depend on the language.
const judging = [...scorers].filter(([name]) => name !== "pii");

describe.each(judging)("scoring %s", (name, scorer) => {
  it.each(unreadable)("guesses nothing of %s", (_, said) => {
    const line = scorer(labelledRow(name, said));
    const reason = expect.stringMatching(/^[A-Z].+\.$/) as string;
    const unscored = { id: "r-1", status: "not-scorable", because: reason };
    if (name === "disclosures")
      expect(line).toMatchObject({ id: "r-1", state: "not_evaluable", evidence: [] });
    else if (name === "promises") expect(line).toMatchObject({ ...unscored, promises: [] });
    else expect(line).toMatchObject({ ...unscored, value: null, evidence: [] });
  });

  it("does read English", () => {
    const line = scorer(labelledRow(name, english));
    if (name === "promises")
      expect(line).toMatchObject({ promises: [{ status: "open" }, { status: "open" }] });
    else if (name === "disclosures") expect(line).toMatchObject({ state: "given" });
    else if (name === "conversation_resolution")
      expect(line).toMatchObject({ status: "not-scorable", value: expect.any(Number) as number });
    else expect(line).toMatchObject({ status: "scored" });
  });
});

it("finds no personal data in an empty row", () => {
  for (const [, said] of unreadable.slice(0, 6)) {
    expect(scorers.get("pii")?.(labelledRow("pii", said))).toEqual({ id: "r-1", spans: [] });
  }
});
