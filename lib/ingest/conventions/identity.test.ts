import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { readSpan } from "../read-span";
import { reading, startUs, testSpan, words } from "./test-span";

const declaredOf = (attributes: Parameters<typeof reading>[0]["attributes"]) =>
  reading({ ...(attributes === undefined ? {} : { attributes }) }).declared;

describe("what a span says of itself", () => {
  it("names each place in which a field stood", () => {
    const declared = reading({
      attributes: {
        case_id: "C-1",
        metadata: '{"case_id":"C-2","Channel":"Phone","agent_type":"bot"}',
        "metadata.case_id": "C-3",
        "traceloop.association.properties.case_id": "C-4",
      },
      resource: { channel: "chat", metadata: '{"case_id":"C-5"}', release: "r1" },
    }).declared;
    expect(declared).toEqual({
      caseId: [
        { value: "C-1", from: "span" },
        { value: "C-2", from: "metadata" },
        { value: "C-4", from: "association" },
        { value: "C-5", from: "resource-metadata" },
      ],
      channel: [
        { value: "voice", from: "metadata" },
        { value: "chat", from: "resource" },
      ],
      agentKind: [{ value: "ai", from: "metadata" }],
      release: [{ value: "r1", from: "resource" }],
    });
  });

  it("keeps every digit of a long number in metadata, so that no two ids become one", () => {
    const metadata =
      '{"case_id": 12345678901234567891, "note": "a \\" 12345678901234567891 ", "n": [1]}';
    expect(declaredOf({ metadata })).toEqual({
      caseId: [{ value: "12345678901234567891", from: "metadata" }],
    });
  });

  it("reads every attribute of ours, in our words", () => {
    expect(
      declaredOf({
        customer_id: 42,
        channel: "in-app",
        intent: " refund ",
        interaction_id: "i-1",
        "agent.kind": "Live Agent",
        "agent.id": "a-1",
        "case.type": "billing",
        "case.risk": "HIGH",
        region: "eu",
        team: " Billing ",
        run_id: "replay-1",
      }),
    ).toEqual({
      customerId: [{ value: "42", from: "span" }],
      channel: [{ value: "in_app", from: "span" }],
      intent: [{ value: "refund", from: "span" }],
      interactionId: [{ value: "i-1", from: "span" }],
      agentKind: [{ value: "human", from: "span" }],
      agentId: [{ value: "a-1", from: "span" }],
      caseType: [{ value: "billing", from: "span" }],
      risk: [{ value: "high", from: "span" }],
      region: [{ value: "eu", from: "span" }],
      team: [{ value: "Billing", from: "span" }],
      runId: [{ value: "replay-1", from: "span" }],
    });
  });

  it.each<[Record<string, string>, "span" | "metadata" | "association"]>([
    [{ team: "Billing" }, "span"],
    [{ "agent.team": "Billing" }, "span"],
    [{ "agent.group": "Billing" }, "span"],
    [{ metadata: '{"agentTeam":"Billing","agent_id":"a-1"}' }, "metadata"],
    [{ "metadata.agent_group": "Billing" }, "metadata"],
    [{ "traceloop.association.properties.team": "Billing" }, "association"],
  ])("reads the team of whoever serves from %j", (attributes, from) => {
    expect(declaredOf(attributes).team).toEqual([{ value: "Billing", from }]);
  });

  it.each(["", "  ", "None", "null", "undefined"])("takes %j for nothing said", (value) => {
    expect(declaredOf({ case_id: value, metadata: JSON.stringify({ intent: value }) })).toEqual({});
  });

  it("tries the settings' aliases after our own names", () => {
    const settings = { ...defaultSettings, aliases: { caseId: ["zendesk.id"] } };
    const declared = (attributes: Record<string, string>) =>
      readSpan(testSpan({ attributes }), settings).declared.caseId;
    expect(declared({ "zendesk.id": "Z-1" })).toEqual([{ value: "Z-1", from: "span" }]);
    expect(declared({ "zendesk.id": "Z-1", case_id: "C-1" })).toEqual([
      { value: "C-1", from: "span" },
    ]);
    expect(declared({ metadata: '{"zendesk.id":"Z-2"}' })).toEqual([
      { value: "Z-2", from: "metadata" },
    ]);
  });

  it("takes sessions in the published order", () => {
    const keys = [
      "session.id",
      "gen_ai.conversation.id",
      "langfuse.session.id",
      "conversation.id",
      "lk.pii.room_name",
      "lk.room_name",
    ];
    keys.forEach((key, index) => {
      const attributes = Object.fromEntries(keys.slice(index).map((name) => [name, name]));
      expect(declaredOf(attributes).session).toEqual([{ value: key, from: "span" }]);
    });
  });

  it("uses a user id as the customer only if no customer is declared", () => {
    expect(declaredOf({ "user.id": "u-1", "enduser.id": "e-1" }).customerId).toEqual([
      { value: "u-1", from: "span" },
    ]);
    expect(declaredOf({ "user.id": "u-1", metadata: '{"customer_id":"c-1"}' }).customerId).toEqual([
      { value: "c-1", from: "metadata" },
      { value: "u-1", from: "instrumentation" },
    ]);
  });

  it("keeps a user who may be somebody else behind every other that is declared", () => {
    const implied = (value: string) => [{ value, from: "instrumentation" }];
    expect(declaredOf({ "gen_ai.request.user": "hash-1" }).customerId).toEqual(implied("hash-1"));
    expect(declaredOf({ "user.id": "kim", "message.role": "agent" }).customerId).toEqual(
      implied("kim"),
    );
  });

  it("takes no agent or recorder in a LiveKit room for the customer", () => {
    const kinds = ["PARTICIPANT_KIND_AGENT", "PARTICIPANT_KIND_EGRESS", "agent", 4];
    for (const kind of kinds) {
      const attributes = { "lk.participant_kind": kind, "user.id": "helper" };
      expect(declaredOf(attributes).customerId).toBeUndefined();
    }
    expect(declaredOf({ "user.id": "agent-AJ_x1" }).customerId).toBeUndefined();
    const caller = { "lk.participant_kind": "PARTICIPANT_KIND_SIP", "user.id": "caller" };
    expect(declaredOf(caller).customerId).toEqual([{ value: "caller", from: "span" }]);
  });

  it("names the other traces that a span links to, but not a batch's", () => {
    const linkTo = (traceIds: readonly string[]) =>
      readSpan(
        { ...testSpan({}), links: traceIds.map((traceId) => ({ traceId, spanId: "1" })) },
        defaultSettings,
      ).declared.links;
    expect(linkTo(["b", "a", "b", testSpan({}).traceId])).toEqual(["a", "b"]);
    expect(linkTo(Array.from({ length: 17 }, (_, index) => `t${String(index)}`))).toBeUndefined();
  });

  it("finds an unknown channel and metadata that is no object", () => {
    const result = reading({ attributes: { channel: "carrier pigeon", metadata: "not json" } });
    expect(result.declared).toEqual({ channel: [{ value: "unknown", from: "span" }] });
    expect(result.findings.map((finding) => finding.code)).toEqual([
      "unknown-channel",
      "unreadable-metadata",
    ]);
  });

  it("names an agent by its name where its id is made anew for each run", () => {
    const id = "3f0c9d52-7a51-7d0e-9b8e-1f2a3b4c5d6e";
    const named = { "gen_ai.agent.id": id, "gen_ai.agent.name": "Desk" };
    expect(declaredOf(named).agentId).toEqual([{ value: "Desk", from: "span" }]);
    expect(declaredOf({ "gen_ai.agent.id": `run_${id}` }).agentId).toBeUndefined();
    expect(declaredOf({ ...named, "gen_ai.agent.id": "asst_7" }).agentId).toEqual([
      { value: "asst_7", from: "span" },
    ]);
    expect(declaredOf({ "agent.id": id }).agentId).toEqual([{ value: id, from: "span" }]);
  });

  it("does not take LangGraph's run for a replay", () => {
    expect(declaredOf({ metadata: '{"run_id":"r","langgraph_step":1,"thread_id":"t"}' })).toEqual({
      session: [{ value: "t", from: "metadata" }],
    });
  });
});

describe("message spans", () => {
  it.each([
    ["customer", "customer"],
    ["user", "customer"],
    ["human", "customer"],
    ["agent", "agent"],
    ["assistant", "agent"],
    ["bot", "agent"],
    ["system", "system"],
    ["tool", "tool"],
  ] as const)("of the role %s are a turn of the %s", (role, speaker) => {
    const { part, input, output } = words({
      name: "message",
      attributes: { "message.role": role, "message.content": "x" },
    });
    const said = [{ speaker, text: "x" }];
    expect([part, input, output]).toEqual(
      speaker === "customer" ? ["turn", said, null] : ["turn", null, said],
    );
  });

  it("without content were stripped", () => {
    expect(
      reading({ attributes: { "message.role": "user" } }).findings.map((one) => one.code),
    ).toEqual(["text-stripped"]);
  });
});

describe("case events", () => {
  it("happen at the span's start or at their event's time", () => {
    expect(
      reading({
        attributes: { "case.event": "opened" },
        events: [
          {
            name: "anything",
            attributes: {
              "case.event": "Closed",
              "case.closure.method": "operator_console",
              "case.closure.evidence": "verified",
            },
          },
          { name: "survey", attributes: { "case.event": "csat", "csat.score": "4" } },
          {
            name: "wait",
            attributes: { "case.event": "sla_paused", "sla.pause_reason": "customer" },
          },
          { name: "other", attributes: { "case.event": "exploded" } },
        ],
      }).caseEvents,
    ).toEqual([
      { name: "opened", atUs: startUs },
      {
        name: "closed",
        atUs: startUs,
        closureMethod: "operator_console",
        closureEvidence: "verified",
      },
      { name: "csat", atUs: startUs + 1, csat: 4 },
      { name: "sla_paused", atUs: startUs + 2, reason: "customer" },
    ]);
  });

  it("report what was disclosed outside the words, one event for each thing", () => {
    const attributes = {
      "disclosure.given": "call-is-recorded, speaker-is-ai",
      "disclosure.medium": "ivr",
      "disclosure.text": "This call is recorded.",
    };
    const said = { medium: "ivr", text: "This call is recorded." };
    expect(
      reading({ attributes, events: [{ name: "b", attributes: { "disclosure.given": "optout" } }] })
        .caseEvents,
    ).toEqual([
      { name: "disclosed", atUs: startUs, gives: "call-is-recorded", ...said },
      { name: "disclosed", atUs: startUs, gives: "speaker-is-ai", ...said },
      { name: "disclosed", atUs: startUs, gives: "optout" },
    ]);
    expect(reading({ attributes: { "case.event": "disclosed" } }).caseEvents).toEqual([]);
  });

  it("state when the case is due, in any format of time", () => {
    const dueUs = 1_767_600_000_000_000;
    for (const written of ["2026-01-05T08:00:00Z", "2026-01-05T09:00:00+01:00", 1_767_600_000]) {
      expect(reading({ attributes: { "sla.due": written } }).caseEvents).toEqual([
        { name: "sla_due", atUs: startUs, dueUs },
      ]);
    }
    expect(
      reading({ attributes: { "sla.due": "soon", "case.event": "sla_due" } }).caseEvents,
    ).toEqual([]);
  });

  it("have no due date in the year 9999, and none before 1970 or from 2200 on, with a finding", () => {
    const findingsOf = (due: string | number) => {
      const { caseEvents, findings } = reading({ attributes: { "sla.due": due } });
      expect(caseEvents).toEqual([]);
      return findings.map(({ code }) => code);
    };
    for (const none of ["9999-12-31", "9999-12-31T23:59:59Z", 253_402_300_799]) {
      expect(findingsOf(none)).toEqual([]);
    }
    for (const outside of ["3000-01-01", "1900-01-01", 1e21, "9".repeat(400)]) {
      expect(findingsOf(outside)).toEqual(["time-implausible"]);
    }
  });
});
