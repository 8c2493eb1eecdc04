const mark = /\[\[ ## (\w{1,60}) ## \]\]/g;
const orders = /\n[ \t]*Respond with (?:the corresponding output fields|a JSON object)[^\n]*\s*$/;

/** Fields that hold what a program knows, thinks or does, and nobody's words. */
const noWords =
  /(?:^|_)(?:history|context|documents?|passages?|trajectory|tools?|examples?|reasoning|rationale|thought|plan|tool_name|tool_args|completed|confidence|score|label|category|intent)$/;
const customerFields =
  /(?:^|_)(?:message|question|query|request|utterance|input|text|prompt|email|complaint)$/;
const agentFields = /(?:^|_)(?:answer|reply|response|message|output|text)$/;

/**
 * The words in DSPy's fields, `[[ ## question ## ]]\n…`: those of the one field that can be words, or that has the name
 * of words.
 * @returns null if the text has no fields, "" if none of them is clear
 */
export function wordsOfFields(text: string, speaker: "customer" | "agent"): string | null {
  if (!text.trimStart().startsWith("[[ ## ")) return null;
  const marks = [...text.replace(orders, "").matchAll(mark)];
  const whole = text.replace(orders, "");
  const fields = marks.map((found, at) => ({
    name: found[1] ?? "",
    words: whole.slice(found.index + found[0].length, marks[at + 1]?.index).trim(),
  }));
  const spoken = fields.filter(({ name, words }) => words !== "" && !noWords.test(name));
  const named = spoken.filter(({ name }) =>
    (speaker === "customer" ? customerFields : agentFields).test(name),
  );
  const [only, ...others] = named.length > 0 ? named : spoken;
  return only !== undefined && others.length === 0 ? only.words : "";
}
