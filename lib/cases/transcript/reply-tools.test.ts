import { expect, it } from "vitest";
import { replyByTool } from "./reply-tools";

const by = (name: string, args: object, text = "") => {
  const toolCalls = [{ id: "c", name, args: JSON.stringify(args) }];
  return replyByTool({ speaker: "agent", text, toolCalls });
};

it.each([
  ["final_answer", { answer: "Until nine." }],
  ["final_result", { response: "Until nine.", confidence: 0.5 }],
  ["SupportReply", { reply: "Until nine.", category: "lake" }],
  ["respond_to_user", { words: "Until nine." }],
  ["Answer", { answer: "Until nine.", open: true }],
])("%s is a reply", (name, args) => {
  expect(by(name, args)).toEqual({ speaker: "agent", text: "Until nine." });
});

it.each([
  ["open_lake", { answer: "Until nine." }],
  ["answer_ticket", { message: "Until nine." }],
  ["final_answer", { a: "one", b: "two" }],
  ["submit_result", { result: "Until nine." }],
])("%s with %o is a call", (name, args) => {
  expect(by(name, args).text).toBe("");
});

it("what is said beside a call stands", () => {
  expect(by("final_answer", { answer: "Until nine." }, "One moment").text).toBe("One moment");
});
