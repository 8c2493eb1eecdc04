import { describe, expect, it } from "vitest";
import { derive, span, tool, turn } from "@/lib/cases/test-spans";
import type { AnswerClaims } from "@/lib/domain/case/answer-claims";
import type { CaseToJudge } from "@/lib/domain/case/case";
import { findAnswerClaims } from "./find-answer-claims";

const policy = "Tents can be returned within 30 days of delivery. Returns are free of charge.";
const passages = [{ id: "returns-policy", text: policy, score: null }];
const retrieved = span("r1", { at: 1, kind: "retriever", name: "search", passages });

function claimsOf(answer: string, between: Parameters<typeof derive>[0] = []) {
  const spans = [turn(0, "customer", "Can I return my tent?"), retrieved, ...between];
  let found: readonly AnswerClaims[] = [];
  const judge = (assembled: CaseToJudge) => {
    found = findAnswerClaims(assembled, assembled.retrievals);
    return [];
  };
  derive([...spans, turn(5, "agent", answer)], {}, judge);
  return found;
}

describe("claims beside passages", () => {
  it("are each supported, contradicted or unsupported, with the passage that comes closest", () => {
    const answer =
      "Tents can be returned within 90 days of delivery. Returns are free of charge. Lisbon is sunny.";
    const [found] = claimsOf(answer);
    expect(found).toMatchObject({ passages: 1, spans: ["t1/r1"] });
    const claims = found?.claims.map(({ verdict, quote, missing }) => [
      verdict,
      answer.slice(quote.start, quote.end),
      missing,
    ]);
    expect(claims).toEqual([
      ["contradicted", "Tents can be returned within 90 days of delivery.", ["90"]],
      ["supported", "Returns are free of charge.", []],
      ["unsupported", "Lisbon is sunny.", []],
    ]);
    expect(found?.claims[0]?.closest).toEqual({
      from: { kind: "passage", position: 0, id: "returns-policy" },
      words: "Tents can be returned within 30 days of delivery.",
    });
    expect(found?.claims[2]?.closest).toBeNull();
  });

  it("say that it is a tool that supports them where no passage does", () => {
    const answer = "The parcel depot in Rotterdam scanned the tent yesterday.";
    const scan = "The parcel depot in Rotterdam scanned the tent yesterday.";
    const [found] = claimsOf(answer, [tool(3, "track_parcel", "{}", scan)]);
    expect(found?.claims[0]).toMatchObject({
      isByTool: true,
      closest: { from: { kind: "tool", name: "track_parcel" }, words: scan },
    });
  });

  it("are separate from the agent's reports of their own acts", () => {
    const between = [tool(3, "start_return", "{}", '{"ok":true}')];
    const [found] = claimsOf("I have started your return. Returns are free of charge.", between);
    expect(found?.claims.map(({ verdict }) => verdict)).toEqual(["own-matter", "supported"]);
  });

  it("are none where nothing was retrieved", () => {
    derive([turn(0, "customer", "Hi?"), turn(1, "agent", "Tents are green.")], {}, (assembled) => {
      expect(findAnswerClaims(assembled, assembled.retrievals)).toEqual([]);
      return [];
    });
    expect.assertions(1);
  });

  it("show a masked value as the case has it, whatever it was compared as", () => {
    const mail = "<EMAIL:00112233445566aa>";
    const text = `Write to ${mail} for a return label.`;
    const own = span("r1", {
      at: 1,
      kind: "retriever",
      name: "search",
      passages: [{ id: null, text, score: null }],
    });
    const spans = [turn(0, "customer", "Where do I write?"), own, turn(2, "agent", text)];
    derive(spans, {}, (assembled) => {
      const raw = [{ interaction: 0, atUs: 0, span: null, passages: own.passages }];
      const [found] = findAnswerClaims(assembled, raw);
      expect(found?.claims[0]?.closest?.words).toBe(text);
      return [];
    });
    expect.assertions(1);
  });
});
