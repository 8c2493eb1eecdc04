/** Marks around a model's thoughts: DeepSeek's and Qwen's, Kimi's, Magistral's, ByteDance's, and those that prompts ask for. */
const names = [
  ...["think", "thinking", "thought", "thoughts", "reasoning", "reflection", "scratchpad"],
  ...["inner_monologue", "internal_monologue", "antthinking", "seed:think"],
] as const;
const marks: readonly (readonly [open: string, close: string])[] = [
  ...names.map((name) => [`<${name}>`, `</${name}>`] as const),
  ["[think]", "[/think]"],
  ["◁think▷", "◁/think▷"],
  ["<|begin_of_thought|>", "<|end_of_thought|>"],
];

/** In Harmony (gpt-oss) what is said follows this mark, up to the next mark. */
const harmonyAnswer = "<|channel|>final<|message|>";
const harmonyThought = "<|channel|>analysis<|message|>";

/**
 * An agent's text without the model's thoughts. Of marks that were only closed, what stands before was thought: the
 * prompt had the opening one. Of one that was only opened, at the start of a line, what follows: the model did not get
 * further.
 */
export function withoutThoughts(text: string): string {
  if (!/[<[◁]/.test(text)) return text;
  const small = text.toLowerCase();
  if (small.includes(harmonyThought) || small.includes(harmonyAnswer)) {
    return answerOfHarmony(text, small);
  }
  let said = text;
  for (const [open, close] of marks) said = withoutMarked(said, open, close);
  return said === text ? text : said.trim();
}

function withoutMarked(text: string, open: string, close: string): string {
  const small = text.toLowerCase();
  if (!small.includes(open) && !small.includes(close)) return text;
  const kept: string[] = [];
  let from = startAfterClosed(small, open, close);
  for (;;) {
    const begin = small.indexOf(open, from);
    if (begin === -1) break;
    const end = small.indexOf(close, begin + open.length);
    if (end === -1 && !isLineStart(small, begin)) break;
    kept.push(text.slice(from, begin));
    from = end === -1 ? text.length : end + close.length;
  }
  kept.push(text.slice(from));
  return kept.join("");
}

/** Where the text begins that follows a closing mark without an opening one, on a line's end or start; else 0. */
function startAfterClosed(small: string, open: string, close: string): number {
  const end = small.indexOf(close);
  if (end === -1) return 0;
  const begin = small.indexOf(open);
  if (begin !== -1 && begin < end) return 0;
  const after = end + close.length;
  return isLineStart(small, end) || /^\s*(?:\n|$)/.test(small.slice(after, after + 20)) ? after : 0;
}

function isLineStart(text: string, at: number): boolean {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return text.slice(line, at).trim() === "";
}

function answerOfHarmony(text: string, small: string): string {
  const at = small.lastIndexOf(harmonyAnswer);
  if (at === -1) return "";
  const said = text.slice(at + harmonyAnswer.length);
  const end = said.indexOf("<|");
  return (end === -1 ? said : said.slice(0, end)).trim();
}
