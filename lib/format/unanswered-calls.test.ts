import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/domain/case/case";
import { unansweredCalls } from "./unanswered-calls";

const silent: Message = {
  ordinal: 0,
  interaction: 0,
  speaker: "agent",
  agentKind: "ai",
  agentId: null,
  text: "So it is.",
  toolCalls: [],
  tool: null,
  atUs: 0,
  spans: [],
  promptName: null,
  promptVersion: null,
  model: null,
};

function answer(name: string, args: string): Message {
  return { ...silent, speaker: "tool", tool: { name, args, isError: false } };
}

function calling(...calls: readonly (readonly [name: string, args: string])[]): Message {
  const toolCalls = calls.map(([name, args]) => ({ id: null, name, args }));
  return { ...silent, toolCalls };
}

function left(...said: readonly Message[]): string[] {
  const calls = unansweredCalls(said.map((message, ordinal) => ({ ...message, ordinal })));
  return [...calls].flatMap(([ordinal, own]) =>
    own.map(({ name, args }) => `${String(ordinal)} ${name} ${args}`.trim()),
  );
}

describe("unansweredCalls", () => {
  it("leaves out a call that an answer before or after it stands for", () => {
    const call = calling(["find_return", '{"id":1}']);
    expect(left(answer("find_return", '{ "id": 1 }'), call)).toEqual([]);
    expect(left(call, answer("find_return", '{"id":1}'))).toEqual([]);
  });

  it("lists a call that was never answered on the message that carries it", () => {
    const said = [answer("find_return", "{}"), calling(["find_return", "{}"], ["refund", "{}"])];
    expect(left(...said)).toEqual(["1 refund {}"]);
  });

  it("takes an answer of the same name with other arguments for one call alone", () => {
    const calls = calling(["find", '{"id":1}'], ["find", '{"id":2}'], ["find", '{"id":3}']);
    expect(left(answer("find", '{"id":3}'), answer("find", "id=1"), calls)).toEqual([
      '2 find {"id":2}',
    ]);
  });

  it("keeps a call whose arguments the answer does not say", () => {
    expect(left(answer("find", ""), calling(["find", '{"id":1}']))).toEqual(['1 find {"id":1}']);
    expect(left(answer("find", ""), calling(["find", ""]))).toEqual([]);
  });
});
