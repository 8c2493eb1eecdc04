import { expect, it } from "vitest";
import {
  derivedCase,
  derivedInteraction,
  derivedMessage,
  firstUs,
} from "@/lib/testing/derived-case";
import { storeCases } from "@/lib/testing/memory-store";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadCasePeek } from "./load-peek";

const long = "words that go on and on ".repeat(40);
const asked = `${long}What is your account number? <PHONE:3f9a3f9a3f9a3f9a> ${long}`;
const start = asked.indexOf("What");

const peeked = derivedCase({
  messages: [
    derivedMessage({ text: "My account is 12." }),
    derivedMessage({
      ordinal: 1,
      interaction: 1,
      speaker: "agent",
      agentKind: "human",
      text: asked,
      atUs: firstUs + 5,
    }),
  ],
  interactions: [
    derivedInteraction(),
    derivedInteraction({ ordinal: 1, channel: "voice", agentKinds: ["human"] }),
  ],
  handoffs: [
    {
      ordinal: 0,
      fromInteraction: 0,
      toInteraction: 1,
      kind: "ai-to-human",
      isChannelChanged: true,
      fromKind: "ai",
      toKind: "human",
      initiator: "customer",
      gapUs: 60_000_000,
      toTeam: null,
      atMessage: 1,
    },
  ],
  scores: [
    {
      evaluator: "conversation_resolution",
      version: 1,
      target: { kind: "interaction", ordinal: 0 },
      verdict: { status: "scored", value: 0.9, because: "It went well.", evidence: [] },
    },
    {
      evaluator: "repeat_information",
      version: 1,
      target: { kind: "handoff", ordinal: 0 },
      verdict: {
        status: "scored",
        value: 1,
        because: "Asked again for the account number.",
        evidence: [{ message: 1, start, end: start + 28 }],
      },
    },
    {
      evaluator: "context_retention",
      version: 1,
      target: { kind: "handoff", ordinal: 0 },
      verdict: { status: "scored", value: 1, because: "All was carried over.", evidence: [] },
    },
  ],
});

it("shows why a case is on a list: the worst verdicts with the words around what they quote", async () => {
  await withTestWorkspace(async ({ folder, db }) => {
    await storeCases(db, [peeked]);
    const path = locationIn(folder, "main");
    const peek = await loadCasePeek({ path, scope: null }, "C-1", "channel=voice", firstUs + 1);
    expect(peek).toMatchObject({
      caseId: "C-1",
      touchpoints: 2,
      journey: [{ channel: "chat" }, { channel: "voice" }],
      handoffVerdicts: ["asked-again"],
      handoffs: [
        {
          fromChannel: "chat",
          toChannel: "voice",
          verdict: "asked-again",
          context: 1,
          because: "Asked again for the account number.",
        },
      ],
    });
    expect(peek?.reasons).toHaveLength(1);
    const quote = peek?.reasons[0]?.quotes[0];
    expect(quote).toMatchObject({ channel: "voice", speaker: "agent", agentKind: "human" });
    expect(quote?.href).toBe("/cases/C-1?list=channel%3Dvoice#m1");
    const words = quote?.words ?? [];
    expect(words.find(({ refs }) => refs.length > 0)?.raw).toBe("What is your account number?");
    expect(words.map(({ raw }) => raw).join("").length).toBeLessThan(300);
    expect(words.some(({ masked }) => masked?.type === "PHONE")).toBe(true);
    expect(await loadCasePeek({ path, scope: null }, "nobody", "", firstUs)).toBeNull();
  });
});
