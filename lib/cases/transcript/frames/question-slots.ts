/** Labels of the customer's words in a template with passages, and of the place for the reply. */
const questionLabel =
  /^(?:user(?:'s)? |follow[- ]?up |original |customer(?:'s)? )?(?:question|query|input|request|frage|anfrage|pregunta|consulta|pergunta|domanda|vraag)$/i;
const replyLabel =
  /^(?:helpful |final |your |standalone )?(?:answer|response|reply|antwort|réponse|respuesta|resposta|risposta|antwoord|assistant|ai)$/i;
const passageLabel =
  /^(?:retrieved |relevant )?(?:context|documents?|information|passages?|sources?|chat history|history|kontext|contexte|contexto|contesto)$/i;
const label = /^\s{0,4}(?:#{1,4} )?([\p{L}' -]{1,30}?) ?:[ \t]*/u;

const template =
  /\b(?:following|provided|given|below|retrieved)\b[^\n]{0,60}\b(?:context|documents?|information|passages?|sources?)\b/i;
const tagged =
  /<(user_?(?:query|question|input|message|request)|customer_?(?:query|question|message)|question|query)>([\s\S]*?)<\/\1>/gi;

type Slot = { readonly name: string; words: string };

/**
 * The customer's words in a prompt's template, which has passages, instructions and a place for the words: behind a
 * label (`Question: …`), or in a tag (`<user_query>…`).
 * @returns null if the text is no such template, or has no or several such places
 */
export function wordsInTemplate(text: string): string | null {
  return wordsInTag(text) ?? wordsAtLabel(text);
}

function wordsInTag(text: string): string | null {
  if (!text.includes("</")) return null;
  const [found, ...others] = text.matchAll(tagged);
  const words = found?.[2]?.trim() ?? "";
  if (found === undefined || others.length > 0 || words === "") return null;
  const around = text.length - found[0].length;
  return around > leastTemplate ? words : null;
}

const leastTemplate = 20;

function wordsAtLabel(text: string): string | null {
  if (!text.includes("\n")) return null;
  const slots = slotsOf(text);
  const [question, ...others] = slots.filter(({ name }) => questionLabel.test(name));
  const words = question?.words.trim() ?? "";
  if (question === undefined || others.length > 0 || words === "") return null;
  const last = slots.at(-1);
  const isOpen = last !== undefined && replyLabel.test(last.name) && last.words.trim() === "";
  const hasPassages = slots.some(({ name }) => passageLabel.test(name)) || template.test(text);
  const isLast = last === question;
  return (isOpen && text.length - words.length > leastTemplate) || (hasPassages && isLast)
    ? words
    : null;
}

/** The text behind each label at a line's beginning, up to the next one. */
function slotsOf(text: string): readonly Slot[] {
  const slots: Slot[] = [];
  for (const line of text.split("\n")) {
    const found = label.exec(line);
    const name = found?.[1]?.trim() ?? "";
    const last = slots.at(-1);
    if (
      found !== null &&
      (questionLabel.test(name) || replyLabel.test(name) || passageLabel.test(name))
    ) {
      slots.push({ name, words: line.slice(found[0].length) });
    } else if (last !== undefined) {
      last.words += `\n${line}`;
    }
  }
  return slots;
}
