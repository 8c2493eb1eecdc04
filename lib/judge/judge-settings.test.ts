import { describe, expect, it } from "vitest";
import { readJudgeSettings } from "./judge-settings";

const needed = {
  THROUGHLINE_JUDGE_URL: "http://localhost:11434/v1/",
  THROUGHLINE_JUDGE_MODEL: "small",
};

describe("the judge's settings", () => {
  it("are none until an address is set", () => {
    expect(readJudgeSettings({})).toBeNull();
    expect(readJudgeSettings({ ...needed, THROUGHLINE_JUDGE_URL: "" })).toBeNull();
  });

  it("are an address and a model, and the rest as we ship it", () => {
    expect(readJudgeSettings(needed)).toEqual({
      endpoint: "http://localhost:11434/v1/chat/completions",
      model: "small",
      key: null,
      evaluators: [
        "conversation_resolution",
        "repeat_information",
        "context_retention",
        "tone",
        "groundedness",
      ],
      concurrency: 2,
      tokensPerDay: 200_000,
      timeoutMs: 60_000,
    });
  });

  it("take what is set", () => {
    const set = {
      ...needed,
      THROUGHLINE_JUDGE_KEY: "k",
      THROUGHLINE_JUDGE_EVALUATORS: "tone, groundedness",
      THROUGHLINE_JUDGE_CONCURRENCY: "8",
      THROUGHLINE_JUDGE_TOKENS_PER_DAY: "5000",
      THROUGHLINE_JUDGE_TIMEOUT_SECONDS: "",
    };
    expect(readJudgeSettings(set)).toMatchObject({
      key: "k",
      evaluators: ["tone", "groundedness"],
      concurrency: 8,
      tokensPerDay: 5000,
      timeoutMs: 60_000,
    });
  });

  it.each([
    ["THROUGHLINE_JUDGE_URL", "http://models.example.com/v1"],
    ["THROUGHLINE_JUDGE_URL", "https://me:secret@models.example.com"],
    ["THROUGHLINE_JUDGE_URL", "file:///etc/passwd"],
    ["THROUGHLINE_JUDGE_URL", "models"],
    ["THROUGHLINE_JUDGE_MODEL", ""],
    ["THROUGHLINE_JUDGE_EVALUATORS", "tone,mood"],
    ["THROUGHLINE_JUDGE_CONCURRENCY", "0"],
    ["THROUGHLINE_JUDGE_TOKENS_PER_DAY", "many"],
  ])("are refused by the variable's name, never its value: %s=%s", (name, value) => {
    const read = () => readJudgeSettings({ ...needed, [name]: value });
    expect(read).toThrow(new RegExp(`^${name} `));
    expect(read).not.toThrow(/secret/);
  });
});
