import { expect, it } from "vitest";
import { maskAnswersBy, model, says } from "../test-spans";
import { maskEventAnswers } from "./mask-event-answers";

const asked: string[] = [];
const mask = Object.assign(
  (answer: string, question: string) => {
    asked.push(`${question} ${answer}`);
    return answer.replaceAll(/\d/g, "#");
  },
  { halfOfName: maskAnswersBy((answer) => answer).halfOfName },
);

const question = says("agent", "Which PIN?");
const answer = says("customer", "It is 12.");

function masked(...words: Parameters<typeof says>[]) {
  const input = words.map((each) => says(...each));
  const [span] = maskEventAnswers([model(0, input, [], { hasEventWords: true })], mask);
  return typeof span?.input === "string" ? [] : (span?.input ?? []).map(({ text }) => text);
}

it("masks an answer in words that came as log events, and in no others", () => {
  const [event, plain] = maskEventAnswers(
    [
      model(0, [question, answer], [answer], { hasEventWords: true }),
      model(1, [question, answer], []),
    ],
    mask,
  );
  expect(event?.input).toEqual([question, { ...answer, text: "It is ##." }]);
  expect(event?.output).toEqual([answer]);
  expect(plain?.input).toEqual([question, answer]);
});

it("masks only what the customer says next after the agent", () => {
  expect(masked(["customer", "1"], ["agent", "2?"], ["customer", "3"], ["customer", "4"])).toEqual([
    ...["1", "2?", "#", "4"],
  ]);
  expect(masked(["agent", "1?"], ["agent", "2?"], ["customer", "3"])).toEqual(["1?", "2?", "#"]);
});

it("looks past tools, instructions and empty texts between question and answer", () => {
  expect(
    masked(
      ["agent", "Which?"],
      ["tool", "1"],
      ["system", "2"],
      ["customer", ""],
      ["agent", ""],
      ["customer", "3"],
    ),
  ).toEqual(["Which?", "1", "2", "", "", "#"]);
  expect(masked(["agent", "Which?"], ["tool", "1"], ["customer", "3"])).toContain("#");
  expect(masked(["agent", "Which?"], ["customer", ""], ["customer", "3"])).toContain("#");
});

it("keeps what does not change, and asks once for the same answer to the same question", () => {
  asked.length = 0;
  const plain = says("customer", "None.");
  const spans = [0, 1].map((at) => {
    return model(at, [question, plain, question, answer], [], { hasEventWords: true });
  });
  const [first] = maskEventAnswers(spans, mask);
  expect(first?.input?.[1]).toBe(plain);
  expect(asked).toEqual(["Which PIN? None.", "Which PIN? It is 12."]);
});

it("leaves texts that are no list of messages", () => {
  const [text, nothing] = maskEventAnswers(
    [
      model(0, [], [], { input: "It is 12.", hasEventWords: true }),
      model(1, [], [], { input: null, hasEventWords: true }),
    ],
    mask,
  );
  expect([text?.input, nothing?.input]).toEqual(["It is 12.", null]);
});
