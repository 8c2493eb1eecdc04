import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclosureStatuses } from "@/lib/domain/case/case-disclosure";
import { channels } from "@/lib/domain/trace/channel";
import { evaluateOverCase } from "./evaluate-over-case";
import { foldCase, type ContactFinding } from "@/lib/domain/disclosures/fold-case";
import { noFinding } from "./judged";
import { ruleScopes } from "@/lib/domain/disclosures/rule";
import { applyScope, type JudgedContact } from "./scope";
import { contactsOfCase, judgeCase, ruleOf, type Line } from "./test-contacts";

const art50 = "ai-identity-eu-art50";
const hi: Line = ["customer", "Hi, my order is late."];
const gives: Line = ["agent", "Hello. I'm Ann, an AI assistant."];
const silent: Line = ["agent", "Hello, this is Ann. How can I help you today?"];
const german: Line = ["agent", "Guten Tag, ich bin Ann, was kann ich für Sie und Ihr Konto tun?"];
const sms = { belonging: { channel: "sms" as const } };

const statuses = (said: readonly Line[], scope: (typeof ruleScopes)[number]) =>
  judgeCase(
    art50,
    said.map((line, day) => ({ said: [hi, line], day, ...(day === 1 ? sms : {}) })),
    { scope },
    [],
  ).map(({ status }) => status);

describe("a rule that is due once for several contacts", () => {
  it.each<[string, readonly Line[], readonly string[]]>([
    ["given first", [gives, silent, silent], ["given", "not_required", "not_required"]],
    ["given later than due", [silent, gives, silent], ["missing", "late", "not_required"]],
    ["never given", [silent, silent], ["missing", "missing"]],
    ["given after words that cannot be read", [german, gives], ["not_evaluable", "given"]],
    [
      "missing after words that cannot be read",
      [german, silent],
      ["not_evaluable", "not_evaluable"],
    ],
    ["missing, unreadable, given", [silent, german, gives], ["missing", "not_evaluable", "late"]],
  ])("%s", (_, said, expected) => {
    expect(statuses(said, "once_per_case")).toEqual(expected);
    expect(statuses(said, "once_per_customer")).toEqual(expected);
  });

  it("says where it was already given, with the words", () => {
    const [first, second] = judgeCase(
      art50,
      [{ said: [hi, gives] }, { said: [hi, silent], day: 1, ...sms }],
      { scope: "once_per_case" },
    );
    expect(first?.status).toBe("given");
    expect(second).toMatchObject({
      status: "not_required",
      because: expect.stringContaining("contact 1 by chat") as string,
      quote: first?.quote,
    });
  });

  it("on each channel anew, and in each contact anew", () => {
    expect(statuses([gives, silent, silent], "once_per_channel")).toEqual([
      ...["given", "missing", "not_required"],
    ]);
    expect(statuses([gives, silent, silent], "once_per_interaction")).toEqual([
      ...["given", "missing", "missing"],
    ]);
  });

  it("counts what the customer's earlier cases gave, and knows when nothing is known of them", () => {
    const once = (earlier: Parameters<typeof judgeCase>[3]) =>
      judgeCase(art50, [{ said: [hi, silent] }], { scope: "once_per_customer" }, earlier)[0];
    const atUs = Date.UTC(2026, 8, 1) * 1000;
    const given = { kind: "given", rule: art50, channel: "sms", atUs } as const;
    const inAnotherCase = expect.stringMatching(/another case .* sms on 2026-09-01/u) as string;
    expect(once([given])).toMatchObject({
      status: "not_required",
      because: inAnotherCase,
    });
    expect(once([{ ...given, kind: "not_evaluable" }])).toMatchObject({
      status: "not_evaluable",
      because: inAnotherCase,
    });
    expect(once([{ ...given, rule: "another" }])?.status).toBe("missing");
    expect(once([{ ...given, atUs: Date.UTC(2027, 0, 1) * 1000 }])?.status).toBe("missing");
    expect(once(null)).toMatchObject({ status: "not_evaluable" });
    expect(once(null)?.because).toContain("earlier case");
  });
});

it("a rule that is due once in some days is due again after them", () => {
  const scope = { scope: "once_per_period", periodDays: 30 } as const;
  const on = (day: number, line: Line) => ({ said: [hi, line], day });
  const parts = [on(0, gives), on(29, silent), on(31, silent), on(40, gives), on(60, silent)];
  const found = (earlier: Parameters<typeof judgeCase>[3]) =>
    judgeCase(art50, parts, scope, earlier).map(({ status }) => status);
  expect(found([])).toEqual(["given", "not_required", "missing", "late", "not_required"]);
  const atUs = Date.UTC(2026, 8, 20) * 1000;
  const given = { kind: "given", rule: art50, channel: "sms", atUs } as const;
  expect(found([given])).toEqual([
    ...["not_required", "not_required", "missing", "late", "not_required"],
  ]);
});

it("a disclosure that needs consent is incomplete without it", () => {
  const found = (...said: readonly Line[]) => judgeCase(art50, [{ said }], { needsAck: true })[0];
  expect(found(gives, ["customer", "Okay, go ahead."])?.status).toBe("given");
  expect(found(["customer", "Yes."], gives, ["customer", "Hm."])).toMatchObject({
    status: "incomplete",
    missingElements: [],
  });
});

describe("a contact in parts", () => {
  const two: readonly Line[] = [gives, hi, silent];
  const inParts = (scope: (typeof ruleScopes)[number], said: readonly Line[]) =>
    judgeCase(art50, [{ said }], { scope, channels: ["chat"] })[0];

  it("each message has to give it", () => {
    expect(inParts("each_message", [gives, hi, gives])).toMatchObject({
      status: "given",
      because: expect.stringMatching(/each message, 2 /u) as string,
    });
    expect(inParts("each_message", two)).toMatchObject({
      status: "incomplete",
      quote: { message: 0 },
      because: expect.stringContaining("1 of 2 messages") as string,
    });
    expect(inParts("each_message", [silent, hi, silent])?.status).toBe("missing");
  });

  it("each agent has to give it after a change", () => {
    const change = (agentIds: readonly (string | null)[]) =>
      evaluateOverCase(
        { ...ruleOf(art50), scope: "once_per_participant_change" },
        contactsOfCase([{ said: [gives, hi, silent] }]).map((contact) => ({
          ...contact,
          messages: contact.messages.map((each, at) => ({
            ...each,
            agentId: agentIds[at] ?? null,
          })),
        })),
        null,
      )[0];
    expect(change(["a", null, "a"])?.status).toBe("given");
    expect(change(["a", null, "b"])).toMatchObject({ status: "missing", dueMessage: 2 });
  });
});

const finding = fc.record({
  interaction: fc.integer({ min: 0, max: 9 }),
  channel: fc.constantFrom(...channels),
  status: fc.constantFrom(...disclosureStatuses),
});
const findings = fc.uniqueArray(finding, { selector: ({ interaction }) => interaction });
const scope = fc.constantFrom(...ruleScopes);
const shuffled = findings.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

describe("a case's verdict", () => {
  const fold = (...list: readonly ContactFinding["status"][]) =>
    foldCase(
      { scope: "once_per_interaction" },
      list.map((status, interaction) => ({
        interaction,
        status,
        channel: (["chat", "sms", "voice"] as const)[interaction] ?? "email",
      })),
    );

  it("tells given on every channel from given on some", () => {
    expect(fold("given", "given", "not_required")).toMatchObject({ state: "given" });
    expect(fold("given", "missing", "not_required")).toEqual({
      state: "given_on_some",
      channelsGiven: ["chat"],
      channelsLate: [],
      channelsMissing: ["sms"],
      channelsNotEvaluable: [],
      decidedBy: 1,
    });
    const chats = (["given", "missing"] as const).map((status, interaction) => ({
      ...{ interaction, channel: "chat" as const, status },
    }));
    expect(foldCase({ scope: "once_per_interaction" }, chats)).toMatchObject({
      ...{ state: "missing", channelsGiven: ["chat"], channelsMissing: ["chat"], decidedBy: 1 },
    });
    expect(fold("given", "not_evaluable")).toMatchObject({ state: "not_evaluable" });
    expect(fold("late", "given")).toMatchObject({ state: "late", channelsLate: ["chat"] });
    expect(fold("missing", "wrong_speaker")).toMatchObject({ state: "missing" });
    expect(fold("not_required")).toMatchObject({ state: "not_required", decidedBy: null });
    expect(fold()).toMatchObject({ state: "not_required", decidedBy: null });
  });

  it("does not depend on the order in which the contacts come", () => {
    fc.assert(
      fc.property(shuffled, scope, ([list, other], each) => {
        expect(foldCase({ scope: each }, other)).toEqual(foldCase({ scope: each }, list));
      }),
    );
  });

  it("is changed by no contact that does not require it", () => {
    fc.assert(
      fc.property(findings, scope, (list, each) => {
        const required = list.filter(({ status }) => status !== "not_required");
        expect(foldCase({ scope: each }, required)).toEqual(foldCase({ scope: each }, list));
      }),
    );
  });

  it("is given only where no contact that requires it lacks it", () => {
    fc.assert(
      fc.property(findings, (list) => {
        const { state } = foldCase({ scope: "once_per_interaction" }, list);
        const required = list.filter(({ status }) => status !== "not_required");
        const areGiven = required.length > 0 && required.every(({ status }) => status === "given");
        expect(state === "given").toBe(areGiven);
      }),
    );
  });
});

describe("scopes over contacts", () => {
  const [contact] = contactsOfCase([{ said: [hi, silent] }]);
  const asJudged = ({ interaction, status, channel }: ContactFinding): JudgedContact[] =>
    contact === undefined
      ? []
      : [
          {
            contact: {
              ...contact,
              interaction: { ...contact.interaction, ordinal: interaction, channel },
            },
            finding: {
              ...noFinding,
              ...{ rule: art50, version: 1, title: "", interaction, status, because: "" },
            },
          },
        ];

  it("do not depend on the order in which the contacts come", () => {
    fc.assert(
      fc.property(shuffled, scope, ([list, other], each) => {
        const rule = { id: art50, scope: each };
        const scoped = (some: readonly ContactFinding[]) =>
          applyScope({ ...rule, periodDays: null }, some.flatMap(asJudged), []).toSorted(
            (a, b) => a.interaction - b.interaction,
          );
        expect(scoped(other)).toEqual(scoped(list));
      }),
    );
  });

  it("leave at most one contact of a case that gave it", () => {
    fc.assert(
      fc.property(findings, (list) => {
        const scoped = applyScope(
          { id: art50, scope: "once_per_case", periodDays: null },
          list.flatMap(asJudged),
          [],
        );
        const said = scoped.filter(({ status }) =>
          ["given", "late", "wrong_order"].includes(status),
        );
        expect(said.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
