import { wordsOf } from "@/lib/learning/words-of";
import type { RowMessage } from "@/lib/scoring/row";
import type { DataRow, DataSetName } from "./data-sets";
import { perThousand } from "./per-thousand";
import type { Judged, Measure } from "./recipes/recipe";

type HarmlessMaskOptions = {
  readonly dataSet: DataSetName;
  readonly label: string;
  readonly groupOf: (row: DataRow) => string;
};

/** Keys of tools of this kind whose values are somebody's; every other text of a result is nobody's. */
const personKey =
  /^(?:(?:customer|host|guest|doctor|driver|patient|renter|user|friend|agent|employee|full|first|last)_?name|userrank|code|licenseplate|pin|accountnumber|securityanswer\d?)$/i;
/** Tools whose "Name" is a person. */
const ofPersons = /doctor|meeting/;

/**
 * Measures masked words per thousand of what people say, by what the conversation's own tools know of them: harmless
 * if a result names them under a key that is nobody's (a place, venue, product, instruction), a person's if it names
 * them as such, else unknown (also people whom no tool names).
 */
export function harmlessMaskMeasure({ dataSet, label, groupOf }: HarmlessMaskOptions): Measure {
  const figure = (name: string, what: "harmless" | "personal" | "unknown") => ({
    name,
    must: null,
    goal: null,
    of: (judged: readonly Judged[]) => rate(judged, what),
  });
  return {
    dataSet,
    label,
    path: "words",
    isOfVerdicts: false,
    // Weights learn from conversations about one service only, so that a service can be left out.
    isLabelled: ({ domain, messages }) =>
      !domain.includes("+") && messages.some(({ role }) => role === "tool"),
    truthOf: null,
    isMeasuredMasked: false,
    groupOf,
    figures: [
      figure("harmless per 1,000", "harmless"),
      figure("persons' per 1,000", "personal"),
      figure("unknown per 1,000", "unknown"),
    ],
  };
}

type Counts = { words: number; harmless: number; personal: number; unknown: number };

const rate = perThousand(count);

function count({ row, line }: Judged): Counts {
  const counts = { words: 0, harmless: 0, personal: 0, unknown: 0 };
  const { persons, things } = wordsNamed(row.messages);
  for (const { role, content } of row.messages) {
    if (role !== "tool") counts.words += wordsOf(content).length;
  }
  for (const { turn, start, end } of "spans" in line ? line.spans : []) {
    const message = row.messages[turn];
    if (message === undefined || message.role === "tool") continue;
    for (const word of wordsOf(message.content.slice(start, end))) {
      if (persons.has(word)) counts.personal += 1;
      else if (things.has(word)) counts.harmless += 1;
      else counts.unknown += 1;
    }
  }
  return counts;
}

type Named = { readonly persons: Set<string>; readonly things: Set<string> };

function wordsNamed(messages: readonly RowMessage[]): Named {
  const named = { persons: new Set<string>(), things: new Set<string>() };
  for (const { role, content, tool_calls } of messages) {
    if (role === "tool" && /^\s*[[{]/.test(content)) {
      const result: unknown = JSON.parse(content);
      visit(result, "", toolOf(result), named);
    }
    for (const { name, arguments: given } of tool_calls ?? []) {
      const persons = { persons: named.persons, things: new Set<string>() };
      visit(given, "", name, persons);
    }
  }
  return named;
}

function toolOf(result: unknown): string {
  const isNamed = typeof result === "object" && result !== null && "APIName" in result;
  return isNamed && typeof result.APIName === "string" ? result.APIName : "";
}

function visit(value: unknown, key: string, tool: string, named: Named): void {
  if (typeof value === "string") {
    const isPerson = personKey.test(key) || (key === "Name" && ofPersons.test(tool));
    for (const word of wordsOf(value)) (isPerson ? named.persons : named.things).add(word);
  } else if (Array.isArray(value)) {
    for (const item of value) visit(item, key, tool, named);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) visit(item, name, tool, named);
  }
}
