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
  ],
  French: [
    "Bonjour, je m'appelle [Claire Dubois] et je n'ai pas reçu mon colis.",
    "Bonjour Madame [Legrand], votre commande a été expédiée hier.",
    "Veuillez vérifier votre Commande dans votre espace Client.",
  ],
  Spanish: [
    "Hola, me llamo [Carlos Pérez] y no he recibido mi pedido.",
    "Hola señora [Castellanos Rivera], su pedido fue enviado ayer.",
    "Por favor revise su Cuenta y vuelva a intentarlo.",
  ],
  Dutch: [
    "Goedendag, mijn naam is [Pieter de Vries] en ik heb mijn pakket niet ontvangen.",
    "Hallo mevrouw [Jansen], uw bestelling is gisteren verzonden.",
    "Meer bestanden kunnen niet toegevoegd worden.",
  ],
  Italian: [
    "Buongiorno, mi chiamo [Marco Rossi] e non ho ricevuto il mio pacco.",
    "Buongiorno signora [Piacentini], il suo ordine è stato spedito ieri.",
  ],
  Portuguese: [
    "Olá, meu nome é [Ana Souza] e não recebi meu pedido.",
    "Olá senhora [Oliveira], seu pedido foi enviado ontem.",
  ],
  Swedish: [
    "Hej, jag heter [Erik Lindqvist] och har inte fått mitt paket.",
    "Hej fru [Berglund], din beställning skickades igår.",
  ],
  Polish: [
    "Dzień dobry, nazywam się [Anna Kowalska] i nie otrzymałam paczki.",
    "Dzień dobry pani [Winiarska], pani zamówienie zostało wysłane wczoraj.",
  ],
};

describe("names in other languages", () => {
  const { masker } = createPreparation(defaultSettings);
  it.each(Object.entries(sentences))("are masked in %s, and no ordinary word is", (_, all) => {
    for (const sentence of all) {
      const masked = masker.text.mask(sentence.replace(/[[\]]/gu, "")).text;
      const expected = sentence.replace(/\[[^\]]+\]/u, "<PERSON>");
      expect(masked.replace(/<PERSON:[0-9a-f]+>/gu, "<PERSON>")).toBe(expected);
    }
  });
});
