/** Asks to leave a message, as no caller does: English, German, French, Spanish, Italian, Dutch, Portuguese. */
const asksForMessage = new RegExp(
  [
    String.raw`(?:^|[.,;!?]\s*|\b(?:please|kindly|and|or|then|just|may|can|to)\s+)(?:leave|record)\s+(?:(?:a|your|me|us|the|short|brief|detailed|voice|name|number|and)[\s,]+){1,6}message`,
    String.raw`(?:hinterlass(?:en|t)\s+sie|hinterlasse|sprechen\s+sie)\b[^.!?]{0,40}\b(?:nachricht|ansage)|nachricht\s+(?:nach|hinterlassen|aufsprechen)`,
    String.raw`laisse[zr]?[-\s][^.!?]{0,30}message`,
    String.raw`(?:deje|deja|dejen|grabe)\s[^.!?]{0,20}mensaje`,
    String.raw`lasci(?:ate|are|a)?\s[^.!?]{0,20}messaggio`,
    String.raw`(?:spreek|laat)\s[^.!?]{0,30}(?:bericht|boodschap)|bericht\s+(?:inspreken|achterlaten)`,
    String.raw`deixe\s[^.!?]{0,20}(?:mensagem|recado)`,
  ].join("|"),
  "iu",
);
/** Names the machine, its tone, or that nobody can answer. */
const namesMachine =
  /voice ?mail|mailbox|answering machine|\b(?:beep|tone)\b|(?:can't|cannot|can not|unable to|not able to|not available to) (?:come to the phone|(?:take|answer) (?:your|the) call)|anrufbeantworter|sprachbox|(?:signal|piep)-?ton|nicht erreichbar|répondeur|messagerie|boîte vocale|\bbip\b|signal sonore|buzón de voz|contestador|\b(?:señal|pitido)\b|segreteria|casella vocale|segnale acustico|antwoordapparaat|\bpiep(?:toon)?\b|correio de voz|caixa postal|\bsinal\b/iu;
const longest = 600;

/** True for what an answering machine says to whoever calls. */
export function isVoicemailGreeting(text: string): boolean {
  if (text.length > longest) return false;
  const plain = text.replaceAll("’", "'");
  return asksForMessage.test(plain) && namesMachine.test(plain);
}
