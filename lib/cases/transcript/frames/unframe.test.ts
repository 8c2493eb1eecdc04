import { describe, expect, it } from "vitest";
import type { Speaker, Utterance } from "@/lib/domain/trace/reading";
import { unframe } from "./unframe";

const ask = "May dogs swim in the lake?";
const answer = "Dogs may swim until nine.";
const of = (speaker: Speaker, text: string): readonly Utterance[] => unframe({ speaker, text });
const asked = [{ speaker: "customer", text: ask }];
const replied = [{ speaker: "agent", text: answer }];

describe("the customer's words in a framework's frame", () => {
  it.each([
    ["CrewAI, native tools", `\nCurrent Task: ${ask}`],
    [
      "CrewAI, ReAct",
      `\nCurrent Task: ${ask}\n\nThis is the expected criteria for your final answer: one sentence\nyou MUST return the actual complete content as the final answer, not a summary.\n\nBegin! This is VERY important to you, use the tools\n\nThought:`,
    ],
    ["LangChain's ReAct", `Answer as best you can.\n\nBegin!\n\nQuestion: ${ask}\nThought:`],
    ["smolagents", `New task:\n${ask}`],
    [
      "DSPy",
      `[[ ## history ## ]]\n[]\n\n[[ ## question ## ]]\n${ask}\n\nRespond with the corresponding output fields, starting with the field \`[[ ## reply ## ]]\`, and then ending with the marker for \`[[ ## completed ## ]]\`.`,
    ],
    [
      "DSPy's older marks",
      `[[ ## visitor ## ]]\n${ask}\n\nRespond with the corresponding output fields, starting with the field \`reply\`.`,
    ],
    [
      "Strands' first agent",
      `Context:\nUser Request: ${ask}\n\nOther agents available for collaboration:\nAgent name: desk.`,
    ],
    [
      "Strands' swarm",
      `Handoff Message: Knows lakes\n\nUser Request: ${ask}\n\nPrevious agents who worked on this: desk\n\nYou have access to swarm coordination tools`,
    ],
    [
      "Strands' graph",
      `Original Task: ${ask}\n\nInputs from previous nodes:\n\nFrom desk:\n  - Agent: none`,
    ],
    [
      "Agno",
      `${ask}\n\nUse the following references from the knowledge base if it helps:\n<references>\nlakes\n</references>`,
    ],
    [
      "Spring AI",
      `${ask}\n\nContext information is below, surrounded by ---------------------\n\nlakes`,
    ],
    ["LangChain4j", `${ask}\n\nAnswer using the following information:\nlakes`],
    [
      "passages before it",
      `Use the following pieces of context.\nLakes.\nQuestion: ${ask}\nHelpful Answer:`,
    ],
    [
      "passages behind it",
      `Use retrieved context to reply.\nQuestion: ${ask} \nContext: lakes \nAnswer:`,
    ],
    [
      "no place for the reply",
      `Answer based only on the following context:\nlakes\n\nQuestion: ${ask}\n`,
    ],
    ["German", `Nutze die Auszüge.\nKontext: Seen\nFrage: ${ask}\nAntwort:`],
    [
      "a tag",
      `### Task:\nRespond to the user.\n<context>lakes</context>\n\n<user_query>\n${ask}\n</user_query>`,
    ],
    [
      "Magentic-One",
      `We are working to address the following user request:\n\n${ask}\n\n\nTo answer this request we have assembled the following team:\n\ndesk`,
    ],
  ])("are taken out: %s", (_, text) => {
    expect(of("customer", text)).toEqual(asked);
  });

  it.each([
    "Transferred to lakes, adopting the role of lakes immediately.",
    "Agent lakes is now handling the request due to the following reason: dogs.\nPlease continue with the current request.",
    "Successfully transferred to lakes",
    `\nCurrent Task: ${ask}\n\nThis is the expected criteria for your final answer: Your best answer to your coworker asking you this, accounting for the context shared.`,
    `New task:\nYou're a helpful agent named 'lakes'.\nYou have been submitted this task by your manager.\n---\nTask:\n${ask}`,
    "Now proceed and carry out this plan.",
    "For context:\n[desk] called tool `lakes` with parameters: {'of': 'dogs'}",
  ])("are none: %s", (text) => {
    expect(of("customer", text)).toEqual([]);
  });

  it.each([
    "Current task? I don't know.",
    "For context: I was there on Monday.",
    "Question: may dogs swim?",
    "My order:\nQuestion: where is it?\nThanks",
    "I was transferred to lakes, and nobody answers.",
    "<b>Bold</b> question",
    "[[ note ]] dogs",
  ])("are the whole text: %s", (text) => {
    expect(of("customer", text)).toEqual([{ speaker: "customer", text }]);
  });

  it("are told of by ADK with what another agent said", () => {
    const account = `For context: below is a transcript of what another agent did, quoted.\n[desk] said:\n<<<BEGIN_QUOTED_AGENT_CONTENT>>>\n${answer}\n<<<END_QUOTED_AGENT_CONTENT>>>`;
    expect(of("customer", account)).toEqual(replied);
    expect(of("customer", `For context:\n[desk] said: ${answer}`)).toEqual(replied);
  });
});

describe("an agent's words in a framework's frame", () => {
  it.each([
    ["ReAct", `Thought: I know it.\nFinal Answer: ${answer}`],
    [
      "LlamaIndex's ReAct",
      `Thought: (Implicit) I can answer without any more tools!\nAnswer: ${answer}`,
    ],
    [
      "DSPy",
      `[[ ## reasoning ## ]]\nDogs like it.\n\n[[ ## reply ## ]]\n${answer}\n\n[[ ## completed ## ]]`,
    ],
    ["smolagents' code", `Thought: easy\n<code>\nfinal_answer("${answer}")\n</code>`],
  ])("are taken out: %s", (_, text) => {
    expect(of("agent", text)).toEqual(replied);
  });

  it.each([
    "Thought: look it up\nAction: lakes\nAction Input: {}",
    "[[ ## next_thought ## ]]\nLook.\n\n[[ ## next_tool_name ## ]]\nlakes\n\n[[ ## next_tool_args ## ]]\n{}\n\n[[ ## completed ## ]]",
    "Transferring back to supervisor",
    "Thought: look\n<code>\nlakes()\n</code>",
  ])("are none: %s", (text) => {
    expect(of("agent", text)).toEqual([]);
  });

  it("are a whole conversation for the next agent", () => {
    const packed = `For context, here is the conversation so far between the user and the previous agent:\n<CONVERSATION HISTORY>\n1. user: ${ask}\n2. {"type": "function_call"}\n3. assistant: ${answer}\n</CONVERSATION HISTORY>`;
    expect(of("agent", packed)).toEqual([...asked, ...replied]);
  });

  it("keep the calls beside them", () => {
    const call = { id: "c", name: "lakes", args: "{}" };
    const text = "Thought: look\nAction: lakes";
    expect(unframe({ speaker: "agent", text, toolCalls: [call] })).toEqual([
      { speaker: "agent", text: "", toolCalls: [call] },
    ]);
  });
});

it("a tool's result is read without smolagents' words around it", () => {
  expect(of("tool", "Call id: c1\nObservation:\nopen")).toEqual([
    { speaker: "tool", text: "open", toolCallId: "c1" },
  ]);
  expect(of("tool", "Error:\nno lake\nNow let's retry: take care")).toEqual([
    { speaker: "tool", text: "no lake", isError: true },
  ]);
});
