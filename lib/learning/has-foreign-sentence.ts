import { isOtherLanguage } from "./find-language";
import { countFunctionWords, isForeignFunctionWord } from "./function-words";
import { isOtherScript, letterBeyondAscii } from "./other-script";
import { ofWord, readWords } from "./read-words";
import { rememberText } from "./remember-text";

/**
 * Words with which people greet, ask and say who they are in other languages, and that are hardly ever English words
 * or names: a short sentence may have none of the function words that long texts are known by.
 */
const distinctive = new Set(
  [
    // German, Dutch, the Nordic languages
    "hallo guten dieser diese dieses diesen wird werden wurde bist bin mensch künstliche intelligenz gespräch anruf aufgezeichnet hier danke bitte gerne wer sprechen spreche echter echte virtueller virtuelle digitaler assistentin",
    "goedemorgen goedendag bedankt ben jij jullie gesprek wordt opgenomen spreek welkom hej goda är jag detta samtal spelas människa assistenten jeg dette opptak taler snakker menneske takk velkommen välkommen opkald optages",
    // French, Spanish, Italian, Portuguese, Romanian
    "bonjour merci êtes suis cet cette appel enregistré humain parle parlez virtuel bienvenue oui voix hola gracias eres soy usted tú estoy hablo hablando esta llamada grabada humano humana asistente buenos días bienvenido bienvenida",
    "ciao buongiorno grazie sono lei questa questo chiamata registrata umano umana assistente virtuale parlando olá obrigado obrigada chamada gravada ligação estou falando bună sunt sunteți ești mulțumesc acest apel este înregistrat",
    // Polish, Czech, Finnish, Hungarian, Turkish, Vietnamese
    "cześć dzień dobry jestem jesteś czy nie proszę dziękuję rozmowa rozmowy nagrywana asystent asystentem asystentka wirtualnym wirtualny człowiekiem człowiek dobrý jsem jste jsi prosím děkuji hovor nahráván člověk virtuální",
    "kiitos olen oletko olet tämä puhelu nauhoitetaan ihminen tekoäly tervetuloa szia üdvözlöm vagyok köszönöm hívás rögzítjük virtuális merhaba bir misiniz mısınız teşekkürler görüşme kaydediliyor yapay zeka xin chào tôi là bạn",
  ].flatMap((words) => words.split(" ")),
);
const isDistinctive = ofWord((word) => distinctive.has(word));
const isForeign = ofWord((word) => distinctive.has(word) || isForeignFunctionWord(word));
/** So many distinctive words tell alone; of one foreign word the rest of the sentence must read like another language. */
const enough = 2;

/**
 * True if one of a text's sentences is plainly in another language, as "Bist du ein Bot?" is within an English
 * message. Memoised.
 */
export const hasForeignSentence: (text: string) => boolean = rememberText((text) => {
  if (!letterBeyondAscii.test(text) && !readWords(text).words.some(isForeign)) return false;
  return text.split(/[.!?\n]+/).some((sentence) => {
    if (isOtherScript(sentence)) return true;
    const { words } = readWords(sentence);
    const { ours, theirs } = countFunctionWords(words);
    const distinct = words.filter(isDistinctive).length;
    if (distinct > 0 && distinct + theirs >= enough && distinct + theirs > 2 * ours) return true;
    return words.some(isForeign) && isOtherLanguage(sentence);
  });
});
