import type { Utterance } from "@/lib/domain/trace/reading";
import { speakerOf } from "@/lib/domain/trace/speaker";

const relayed =
  /^\s*For context:(?: below is a transcript of what another agent did|[^\n]{0,40}\n\[[^\]\n]{1,80}\] (?:said:|called tool `|`))/;
const entry = /^\[[^\]\n]{1,80}\] (?:(said):|called tool `|`[^`\n]{1,80}` tool returned result:)/;
const fence = "<<<BEGIN_QUOTED_AGENT_CONTENT>>>";
const fences = /<<<(?:BEGIN|END)_QUOTED_AGENT_CONTENT>>>/g;

/**
 * What Google's ADK tells an agent of another one: "[desk] said: …" is the other's, its calls and results stand
 * elsewhere.
 * @returns null if the text is no such account
 */
export function wordsOfHandoff(text: string): readonly Utterance[] | null {
  const isEntry = entry.test(text) && text.includes(fence);
  if (!isEntry && !relayed.test(text)) return null;
  const entries: { readonly isSaid: boolean; words: string }[] = [];
  for (const line of text.replaceAll(fences, "").split("\n")) {
    const begin = entry.exec(line);
    const last = entries.at(-1);
    if (begin !== null) {
      entries.push({ isSaid: begin[1] !== undefined, words: line.slice(begin[0].length) });
    } else if (last !== undefined) {
      last.words += `\n${line}`;
    }
  }
  return entries.flatMap(({ isSaid, words }) => {
    const said = words.trim();
    return isSaid && said !== "" ? [{ speaker: "agent", text: said }] : [];
  });
}

const history = /<CONVERSATION HISTORY>\n([\s\S]*?)\n?<\/CONVERSATION HISTORY>/;
const numbered = /^\d+\. (\w+): ?/;

/**
 * The conversation that the OpenAI Agents SDK packs into one message of the agent for the next one, "1. user: …".
 * @returns null if the text has none
 */
export function wordsOfHistory(text: string): readonly Utterance[] | null {
  const lines = history.exec(text)?.[1];
  if (lines === undefined) return null;
  const utterances: Utterance[] = [];
  let isOpen = false;
  for (const line of lines.split("\n")) {
    const begin = numbered.exec(line);
    const speaker = begin === null ? null : speakerOf(begin[1] ?? "");
    const last = utterances.at(-1);
    if (begin !== null || /^\d+\. /.test(line)) {
      isOpen = speaker === "customer" || speaker === "agent";
      if (begin !== null && isOpen && speaker !== null) {
        utterances.push({ speaker, text: line.slice(begin[0].length) });
      }
    } else if (isOpen && last !== undefined) {
      utterances.splice(-1, 1, { ...last, text: `${last.text}\n${line}` });
    }
  }
  return utterances;
}
