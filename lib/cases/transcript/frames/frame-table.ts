import type { Speaker, Utterance } from "@/lib/domain/trace/reading";
import { wordsOfFields } from "./dspy-fields";
import { wordsInTemplate } from "./question-slots";
import { wordsOfHandoff, wordsOfHistory } from "./relayed-words";

/** What a text that a framework wrapped says, by whom; empty: nobody's words; null: it is not of this frame. */
type ReadFrame = (text: string) => readonly Utterance[] | null;
type Frame = { readonly speaker: Exclude<Speaker, "system">; readonly read: ReadFrame };

/** The words behind `begin`, up to the first of `ends`. */
function between(speaker: Frame["speaker"], begin: RegExp, ends: readonly string[] = []): Frame {
  return {
    speaker,
    read: (text) => {
      const found = begin.exec(text);
      return found === null ? null : said(speaker, upTo(text.slice(found[0].length), ends));
    },
  };
}

/** The words before the first of `tails`, which a framework appends. */
function before(speaker: Frame["speaker"], tails: RegExp): Frame {
  return {
    speaker,
    read: (text) => {
      const found = tails.exec(text);
      return found === null || found.index === 0 ? null : said(speaker, text.slice(0, found.index));
    },
  };
}

function nobody(speaker: Frame["speaker"], whole: RegExp): Frame {
  return { speaker, read: (text) => (whole.test(text) ? [] : null) };
}

function words(speaker: Frame["speaker"], read: (text: string) => string | null): Frame {
  return {
    speaker,
    read: (text) => {
      const found = read(text);
      return found === null ? null : said(speaker, found);
    },
  };
}

function said(speaker: Speaker, text: string): readonly Utterance[] {
  const trimmed = text.trim();
  return trimmed === "" ? [] : [{ speaker, text: trimmed }];
}

function upTo(text: string, ends: readonly string[]): string {
  const places = ends.map((end) => text.indexOf(end)).filter((place) => place !== -1);
  return text.slice(0, Math.min(text.length, ...places));
}

/** The final answer of a text in the style of ReAct; nothing where it only calls a tool. */
function finalAnswer(text: string): string | null {
  if (!/^\s*(?:Thought|Action):/.test(text)) return null;
  const answer = /\n(?:Final )?Answer:/.exec(text);
  if (answer !== null) return text.slice(answer.index + answer[0].length);
  return /(?:^|\n)Action(?: Input)?:/.test(text) ? "" : null;
}

/** What smolagents' code says with `final_answer("…")`; other code is not said. */
function answerInCode(text: string): string | null {
  if (!/(?:^|\n)(?:<code>|```(?:py|python)?\n)/.test(text) || !/^\s*Thoughts?:/.test(text))
    return null;
  const found = /\bfinal_answer\((?:answer=)?(["'])(.*?)\1\)/.exec(text);
  return found?.[2] ?? "";
}

/** What smolagents tells a model of a tool. */
function observation(text: string): readonly Utterance[] | null {
  const begin = /^\s*(?:Call id: (\S{1,100})\s*\n)?(Observation|Error):[ \t]*\n?/.exec(text);
  if (begin === null) return null;
  const isError = begin[2] === "Error";
  if (isError && !text.includes("\nNow let's retry:")) return null;
  const result = upTo(text.slice(begin[0].length), ["\nNow let's retry:"]).trim();
  const id = begin[1] === undefined ? {} : { toolCallId: begin[1] };
  return [{ speaker: "tool", text: result, ...id, ...(isError ? { isError } : {}) }];
}

/** The frames that agent frameworks put around words, by what they begin with. */
export const frames: readonly Frame[] = [
  // CrewAI: a task, and one that an agent gives to another.
  nobody(
    "customer",
    /^\s*Current Task: [\s\S]*Your best answer to your co-?worker asking you this/,
  ),
  between("customer", /^\s*Current Task: /, [
    "\n\nThis is the expected criteria for your final answer:",
    "\nThis is the expect criteria for your final answer:",
    "\nThis is the expected criteria for your final answer:",
    "\n\nThis is the context you're working with:",
    "\n\nBegin! This is VERY important to you",
    "\n\nProvide your complete response:",
    "\n\n# Useful context:",
    "\n\n# Memories from past conversations:",
    "\n\nAdditional Information:",
    "\n\nThought:",
  ]),
  words("agent", answerInCode),
  words("agent", finalAnswer),
  // LangChain's ReAct prompt.
  between("customer", /^[\s\S]*\nBegin!\s+Question: /, ["\nThought:"]),
  // smolagents: a task, one from a manager, a plan's order.
  between("customer", /^\s*New task:\n/),
  nobody(
    "customer",
    /^\s*You're a helpful agent named [^\n]*\n?You have been submitted this task by your manager\./,
  ),
  nobody("customer", /^\s*Now proceed and carry out this plan\.\s*$/),
  nobody("agent", /^\s*Here are the facts I know and the plan of action that I will follow/),
  nobody("agent", /^\s*Calling tools:\s*\n/),
  { speaker: "tool", read: observation },
  words("customer", (text) => wordsOfFields(text, "customer")),
  words("agent", (text) => wordsOfFields(text, "agent")),
  // Google's ADK and the OpenAI Agents SDK tell an agent what others said before.
  { speaker: "customer", read: wordsOfHandoff },
  { speaker: "agent", read: wordsOfHistory },
  // AutoGen, LangGraph and LlamaIndex: an agent takes over.
  nobody("customer", /^\s*Transferred to (.{1,80}), adopting the role of \1 immediately\.\s*$/),
  nobody("customer", /^\s*Agent .{1,80} is now handling the request due to the following reason:/),
  nobody(
    "customer",
    /^\s*(?:Successfully transferred|Transferring) (?:back )?to [\w -]{1,80}\.?\s*$/,
  ),
  nobody("agent", /^\s*(?:Successfully transferred|Transferring) back to [\w -]{1,80}\.?\s*$/),
  nobody("agent", /^\s*Transferred to (.{1,80}), adopting the role of \1 immediately\.\s*$/),
  // AutoGen's Magentic-One.
  between(
    "customer",
    /^\s*(?:We are working to address the following user request|Recall we are working on the following request):\s+/,
    [
      "\n\n\nTo answer this request we have assembled the following team:",
      "\n\nTo answer this request we have assembled the following team:",
      "\n\nAnd we have assembled the following team:",
    ],
  ),
  // Strands: a swarm's context, and a graph's.
  between("customer", /^\s*(?:Context:\s*\n)?(?:Handoff Message: [\s\S]*?\n\n)?User Request: /, [
    "\n\nPrevious agents who worked on this:",
    "\n\nShared knowledge from previous agents:",
    "\n\nOther agents available for collaboration:",
    "\n\nYou have access to swarm coordination tools",
  ]),
  between("customer", /^\s*Original Task: /, ["\n\nInputs from previous nodes:"]),
  // Agno and cagent: a leader's task for a member.
  nobody(
    "customer",
    /^\s*You are a member of a team of agents\. Your goal is to complete the following task:/,
  ),
  // Passages behind the question: Agno, Spring AI, LangChain4j.
  before(
    "customer",
    /\n[ \t]*(?:Use the following references from the knowledge base if it helps:|<additional context>)/,
  ),
  before("customer", /\n[ \t]*Context information is below, surrounded by -{5}/),
  before("customer", /\n[ \t]*Answer using the following information:\n/),
  words("customer", wordsInTemplate),
];
