import { describe, expect, it } from "vitest";
import type { Utterance } from "@/lib/domain/trace/reading";
import { says } from "../test-spans";
import { countCarriedOver } from "./carried-over";
import type { DraftMessage } from "./transcript";
import { utteranceKey } from "./utterance-key";

function drafted(utterance: Utterance): DraftMessage {
  const { speaker, text } = utterance;
  return {
    ...{ speaker, text, toolCalls: [], answers: null, failure: null, agentKind: "unknown" },
    ...{ agentId: null, model: null, promptName: null, promptVersion: null, traceId: "t1" },
    ...{ keys: [utteranceKey(utterance)], atUs: 0, spans: [], isRemembered: false, isTurn: false },
    tool: speaker === "tool" ? { name: "look_up", args: "{}", isError: false } : null,
  };
}

const [ask, reply, thanks, more] = [
  says("customer", "Cancel #W1"),
  says("agent", "Which one?"),
  says("customer", "The kettle"),
  says("agent", "Done."),
];
const result = says("tool", "ok");
const call = says("agent", "", [{ id: "c1", name: "look_up", args: "{}" }]);
const now = says("customer", "I am calling about it.");

const carriedOver = (prompt: readonly Utterance[], ...earlier: readonly Utterance[][]) =>
  countCarriedOver(
    prompt,
    earlier.map((contact) => contact.map(drafted)),
  );

describe("utterances that a prompt carries over from an earlier contact", () => {
  it("are those at its beginning, up to the contact's last", () => {
    expect(carriedOver([ask, reply, thanks, now], [ask, reply, thanks])).toBe(3);
    expect(carriedOver([ask, reply, thanks], [ask, reply, thanks])).toBe(3);
    expect(carriedOver([reply, thanks, more, now], [ask, reply, thanks, more])).toBe(3);
    expect(carriedOver([thanks, more, now], [ask, reply, thanks, more])).toBe(0);
  });

  it("are none of fewer than three, of fewer than all, or in another order", () => {
    expect(carriedOver([ask, reply], [ask, reply])).toBe(0);
    expect(carriedOver([ask, reply, now], [ask, reply])).toBe(0);
    expect(carriedOver([ask, reply, thanks, now], [ask, reply, thanks, more])).toBe(0);
    expect(carriedOver([ask, thanks, reply, now], [ask, reply, thanks])).toBe(0);
    expect(carriedOver([now, ask, reply, thanks], [ask, reply, thanks])).toBe(0);
    expect(carriedOver([ask, reply, thanks])).toBe(0);
  });

  it("include tools' results and calls without words between them, which alone are no three", () => {
    expect(carriedOver([ask, call, result, reply, thanks, now], [ask, reply, thanks])).toBe(5);
    const beside = [ask, call, result, reply, thanks];
    expect(carriedOver([ask, reply, thanks, now], beside)).toBe(3);
    expect(carriedOver([ask, call, result, reply], [ask, reply])).toBe(0);
  });

  it("are counted from the contact that has most", () => {
    const [some, all] = [
      [ask, reply, thanks],
      [ask, reply, thanks, more],
    ];
    expect(carriedOver([ask, reply, thanks, more, now], some, all)).toBe(4);
    expect(carriedOver([ask, reply, thanks, more, now], all, some)).toBe(4);
  });
});
