/** What redactors of observability tools say of a text that they removed. */
const verbs =
  "redacted|masked|hidden|removed|filtered|scrubbed|sanitized|sanitised|censored|anonymized|anonymised|obfuscated|suppressed|withheld|omitted|stripped|elided|deleted|not captured|not recorded|not logged|not collected";
const nouns =
  "content|contents|text|message|messages|data|value|input|output|prompt|completion|response|payload|body|pii|phi|personal data|personal information|sensitive data|sensitive content|sensitive information|sensitive";
const alone =
  "pii|phi|sensitive|confidential|private|secret|geschwärzt|anonymisiert|entfernt|ausgeblendet|maskiert|masqué|supprimé|caviardé|anonymisé|oculto|ocultado|eliminado|censurado|anonimizado|rimosso|oscurato|censurato|anonimizzato|verwijderd|verborgen|weggelakt|geanonimiseerd|removido|mascarado";
/** A sentence of such words, such as "content removed", "PII redacted", "removed by policy". */
const sentence = new RegExp(
  `^(?:the )?(?:(?:${nouns}) )?(?:was |has been |is )?(?:${verbs})(?: (?:${nouns}))?(?: (?:by|for|due to|because of) [\\p{L}\\d ,.'-]{1,50})?\\.?$|^(?:${alone})$`,
  "iu",
);
/** Signs that stand around a mark; without any, words are words. */
const wrapped =
  /^(?:\[+|<+|\{+|\(+|\*+|_+|«|‹|%|#+|\$\{)([^[\]<>{}()*«»‹›%]{2,70}?)(?:\]+|>+|\}+|\)+|\*+|_+|»|›|%|#+)$/u;
const bare = /^\W*_*redacted_*\W*$|^\[Scrubbed due to .*\]$/i;
/** Signs alone: blocks, stars, dots. */
const blocks = /^[█▓▒░■▇▮\s]*[█▓▒░■▇▮][█▓▒░■▇▮\s]*$|^[*•●∗⁎#]{3,}$|^X{4,}(?: X{4,})*$/u;

/** True for a redactor's placeholder: `__REDACTED__`, `<hidden>`, `[content removed]`, `████`, Logfire's `[Scrubbed due to …]`. */
export function isRedaction(text: string): boolean {
  if (text.length >= 200) return false;
  const trimmed = text.trim();
  if (blocks.test(trimmed)) return true;
  if (trimmed.length >= 80) return false;
  if (bare.test(trimmed)) return true;
  const inner = wrapped.exec(trimmed)?.[1];
  return inner !== undefined && sentence.test(inner.replaceAll(/[_\s:-]+/g, " ").trim());
}
