import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { createPreparation } from "@/lib/pipeline/intake/preparation";

/** Sentences with a name in brackets, as customers and agents of eight languages write. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  German: [
    "Guten Tag, mein Name ist [Sabine Müller] und ich warte seit drei Wochen auf meine Rückerstattung.",
    "Hallo Frau [Schneider], Ihre Bestellung wurde gestern versandt.",
    "Ich habe mit [Thomas Wagner] aus Ihrem Team telefoniert, aber es hat sich niemand gemeldet.",
    "Bitte füllen Sie den Antrag aus und senden Sie ihn an unsere Abteilung.",
    "Jede Zeile muss einen eindeutigen Wert haben.",
    "Guten Tag, ich bin seit Montag ohne Internet und möchte mein Geld zurück.",
  ],
  French: [
    "Bonjour, je m'appelle [Claire Dubois] et je n'ai pas reçu mon colis.",
    "Bonjour Madame [Legrand], votre commande a été expédiée hier.",
    "Veuillez vérifier votre Commande dans votre espace Client.",
    "Bonjour, je voudrais savoir pourquoi ma commande n'est toujours pas arrivée depuis lundi.",
  ],
  Spanish: [
    "Hola, me llamo [Carlos Pérez] y no he recibido mi pedido.",
    "Hola señora [Castellanos Rivera], su pedido fue enviado ayer.",
    "Por favor revise su Cuenta y vuelva a intentarlo.",
    "Buenos días, quiero saber por qué mi pedido todavía no ha llegado.",
  ],
  Dutch: [
    "Goedendag, mijn naam is [Pieter de Vries] en ik heb mijn pakket niet ontvangen.",
    "Hallo mevrouw [Jansen], uw bestelling is gisteren verzonden.",
    "Meer bestanden kunnen niet toegevoegd worden.",
    "Goedemiddag, ik ben al drie dagen zonder internet en wil mijn geld terug.",
  ],
  Italian: [
    "Buongiorno, mi chiamo [Marco Rossi] e non ho ricevuto il mio pacco.",
    "Buongiorno signora [Piacentini], il suo ordine è stato spedito ieri.",
    "Buongiorno, vorrei sapere perché il mio ordine non è ancora arrivato.",
  ],
  Portuguese: [
    "Olá, meu nome é [Ana Souza] e não recebi meu pedido.",
    "Olá senhora [Oliveira], seu pedido foi enviado ontem.",
    "Bom dia, gostaria de saber por que o meu pedido ainda não chegou.",
  ],
  Swedish: [
    "Hej, jag heter [Erik Lindqvist] och har inte fått mitt paket.",
    "Hej fru [Berglund], din beställning skickades igår.",
    "God morgon, jag vill veta varför min beställning inte har kommit i måndags.",
  ],
  Polish: [
    "Dzień dobry, nazywam się [Anna Kowalska] i nie otrzymałam paczki.",
    "Dzień dobry pani [Winiarska], pani zamówienie zostało wysłane wczoraj.",
    "Dzień dobry, od poniedziałku nie działa mi internet i proszę o zwrot pieniędzy.",
  ],
};

describe("names in other languages", () => {
  const { masker } = createPreparation(defaultSettings);
  it.each(Object.entries(sentences))("are masked in %s, and no ordinary word is", (_, all) => {
    const masked = all.map((sentence) => {
      // As the words of a message, which are masked more readily than any other text.
      const { text } = masker.text.mask(sentence.replace(/[[\]]/gu, ""), { requested: 0 });
      return text.replace(/<PERSON:[0-9a-f]+>/gu, "<PERSON>");
    });
    expect(masked).toEqual(all.map((sentence) => sentence.replace(/\[[^\]]+\]/u, "<PERSON>")));
  });
});
