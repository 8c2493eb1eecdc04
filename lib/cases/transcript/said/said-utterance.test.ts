import { describe, expect, it } from "vitest";
import { derive, lines, model, says, turn } from "../../test-spans";

const ask = says("customer", "When do you deliver the sofa?");
const reply = (text: string) => lines(derive([model(0, [ask], [says("agent", text)])])).slice(1);

describe("a model's thoughts", () => {
  it.each([
    "<think>They seem cross.</think>\nOn Thursday.",
    "<thinking>\nCheck the van.\n</thinking>\n\nOn Thursday.",
    "Check the van first.\n</think>\n\nOn Thursday.",
    "Check the van first. </reasoning>\nOn Thursday.",
    "[THINK]Which van?[/THINK]On Thursday.",
    "◁think▷Which van?◁/think▷On Thursday.",
    "<seed:think>Which van?</seed:think>On Thursday.",
    "<think>One.</think><think>Two.</think>On Thursday.",
    "<|channel|>analysis<|message|>Which van?<|end|><|start|>assistant<|channel|>final<|message|>On Thursday.<|return|>",
    '<think>As JSON.</think>{"reply":"On Thursday.","confidence":0.8}',
  ])("are not said: %s", (text) => {
    expect(reply(text)).toEqual(["agent: On Thursday."]);
  });

  it("are all there is where the model did not get further", () => {
    expect(reply("<think>\nThe sofa is on the van, so")).toEqual([]);
  });

  it.each([
    "Write 3 < 4 and 4 > 3.",
    "Put it between [ and ].",
    "The think tank is on level 2.",
    "Type the mark <think> where you stop.",
  ])("are not what only looks like a mark: %s", (text) => {
    expect(reply(text)).toEqual([`agent: ${text}`]);
  });
});

describe("what stands for no text", () => {
  const calls = [{ id: "c1", name: "find", args: "{}" }];

  it.each(["None", "null", "undefined", "(no content)"])(
    "beside a call is not said: %s",
    (text) => {
      const derived = derive([model(0, [ask], [says("agent", text, calls)])]);
      expect(derived.messages.map((message) => message.text)).toEqual([ask.text]);
    },
  );

  it("without a call is an answer", () => {
    expect(reply("None")).toEqual(["agent: None"]);
  });
});

describe("a redactor's mark", () => {
  it.each([
    "<hidden>",
    "[MASKED]",
    "[content removed]",
    "[PII_REDACTED]",
    "{{redacted}}",
    "**FILTERED**",
    "[Message deleted by policy]",
    "██████",
    "*****",
    "XXXX XXXX",
    "[entfernt]",
    "<masqué>",
  ])("is nobody's words: %s", (text) => {
    const derived = derive([
      model(0, [says("customer", text), says("agent", "Hello."), ask], [says("agent", "Monday.")]),
    ]);
    expect(lines(derived)).toEqual(["agent: Hello.", `customer: ${ask.text}`, "agent: Monday."]);
  });

  it.each([
    "hidden",
    "removed",
    "[EMAIL_ADDRESS]",
    "<PERSON>",
    "(see above)",
    "xxx",
    "It was removed.",
    "[x] I agree",
    "**now**",
  ])("is not %s", (text) => {
    expect(lines(derive([turn(0, "customer", text)]))).toEqual([`customer: ${text}`]);
  });
});

describe("a time before the customer's words", () => {
  it.each([
    "[2026-03-02 10:15:00] ",
    "[Mon, 2 Mar 2026 10:15 UTC] ",
    "(10:15 AM) ",
    "2026-03-02T10:15:00Z: ",
    "<timestamp>2026-03-02 10:15</timestamp>\n",
    "Current date and time: 2026-03-02 10:15\n\n",
  ])("that a prompt adds is left out: %s", (stamp) => {
    const derived = derive([
      turn(0, "customer", ask.text),
      model(1, [says("customer", stamp + ask.text)], [says("agent", "On Thursday.")]),
    ]);
    expect(lines(derived)).toEqual([`customer: ${ask.text}`, "agent: On Thursday."]);
  });

  it.each(["[Order 12-34] where is it?", "(2 of them) are broken", "10:15 works for me"])(
    "is not %s",
    (text) => {
      expect(lines(derive([model(0, [says("customer", text)], [])]))).toEqual([
        `customer: ${text}`,
      ]);
    },
  );
});

describe("a streamed answer", () => {
  const said = (...texts: readonly string[]) =>
    lines(
      derive([
        model(
          0,
          [ask],
          texts.map((text) => says("agent", text)),
        ),
      ]),
    ).slice(1);

  it("is one message where its pieces are messages", () => {
    expect(said("It", " comes", " on", " Thu", "rsday", ".")).toEqual([
      "agent: It comes on Thursday.",
    ]);
  });

  it("is its whole where that follows its pieces or beginnings", () => {
    expect(said("It comes ", "on Thursday.", "It comes on Thursday.")).toEqual([
      "agent: It comes on Thursday.",
    ]);
    expect(said("It", "It comes", "It comes on Thursday.")).toEqual([
      "agent: It comes on Thursday.",
    ]);
  });

  it("is not what was said in two messages", () => {
    expect(said("It comes on Thursday.", "Is that fine?")).toHaveLength(2);
  });
});
