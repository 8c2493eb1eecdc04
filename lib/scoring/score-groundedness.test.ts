import { describe, expect, it } from "vitest";
import { rowSchema } from "./row";
import { scoreFaithfulness, scoreGroundedness } from "./score-groundedness";

const asked = { role: "user", content: "Can I return a tent?" };
const answer = { role: "assistant", content: "You can return tents within 30 days." };
const plain = { id: "r", messages: [asked, answer] };

describe("scoring whether passages support an answer", () => {
  it("does not guess where the row does not say what was retrieved", () => {
    expect(scoreGroundedness(rowSchema.parse(plain))).toEqual({
      id: "r",
      status: "not-scorable",
      value: null,
      because: expect.stringContaining("passages") as string,
      evidence: [],
    });
  });

  it("finds nothing supported where the search found no passage", () => {
    const line = scoreGroundedness(rowSchema.parse({ ...plain, context: [] }));
    expect(line).toMatchObject({ status: "scored" });
    expect("value" in line ? line.value : null).toBeLessThan(0.5);
  });
});

describe("scoring whether an answer keeps to what it was told", () => {
  it("is not scorable if neither passages nor tools returned anything", () => {
    expect(scoreFaithfulness(rowSchema.parse(plain))).toMatchObject({ status: "not-applicable" });
  });

  it("checks figures where only tools had answered", () => {
    const tool = { role: "tool", content: '{"days": 30}' };
    const line = scoreFaithfulness(rowSchema.parse({ id: "r", messages: [asked, tool, answer] }));
    expect(line).toMatchObject({ status: "scored", value: 1 });
  });
});
