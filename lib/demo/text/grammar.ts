import type { Chance } from "../chance";

/** Values of a template's `{names}`. */
export type Facts = Readonly<Record<string, string>>;

/**
 * Expands a template: `[one|other|]` is one of its alternatives, which may nest, and `{name}` is a fact.
 * @param restyle changes the chosen text before facts are filled in
 * @throws Error for a missing fact
 */
export function expand(
  template: string,
  facts: Facts,
  chance: Chance,
  restyle: (chosen: string) => string = (chosen) => chosen,
): string {
  const chosen = restyle(readSequence(template, 0, chance).text);
  return tidy(chosen.replace(/\{(\w+)\}/g, (_, name: string) => factOf(facts, name, template)));
}

/** Capitalises each sentence. */
export function withCapitals(text: string): string {
  return text.replace(/(^|[.!?]\s+)([a-z])(?!\w*\d)/g, (_, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
}

function factOf(facts: Facts, name: string, template: string): string {
  const value = facts[name];
  if (value === undefined) throw new Error(`No fact "${name}" for: ${template}`);
  return value;
}

type Read = { readonly text: string; readonly end: number };

/** Parses up to the end, or to the `|` or `]` that ends an alternative. */
function readSequence(template: string, start: number, chance: Chance): Read {
  let text = "";
  let at = start;
  while (at < template.length) {
    const char = template.charAt(at);
    if (char === "|" || char === "]") break;
    if (char === "[") {
      const choice = readChoice(template, at + 1, chance);
      text += choice.text;
      at = choice.end;
    } else {
      text += char;
      at += 1;
    }
  }
  return { text, end: at };
}

function readChoice(template: string, start: number, chance: Chance): Read {
  const options: string[] = [];
  let at = start;
  for (;;) {
    const option = readSequence(template, at, chance);
    options.push(option.text);
    at = option.end + 1;
    if (template.charAt(option.end) !== "|") break;
  }
  return { text: chance.pick(options), end: at };
}

function tidy(text: string): string {
  return text
    .replace(/ +/g, " ")
    .replace(/ +([.,!?;])/g, "$1")
    .replace(/,(?: ?,)+/g, ",")
    .replace(/,([.!?])/g, "$1")
    .replace(/\b([Aa]) (?=[AEIOaeio][a-z])/g, "$1n ")
    .replace(/ *\n */g, "\n")
    .trim();
}
