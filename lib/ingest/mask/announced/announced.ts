import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import type { FindSaid } from "../numbers/said-numerals";
import { createWordFinder, type WordFinder } from "@/lib/learning/word-finder";

/** What words before a value say that it is, and the value's form. */
export type Announced = {
  readonly type: PiiType;
  /** In lower case. */
  readonly pattern: RegExp;
  readonly label: WordFinder;
  /** Whether other words of the clause may stand between the label and the value, up to "is". */
  readonly isStatement: boolean;
  /** Sticky, from where the value begins. */
  readonly value: RegExp;
  /** The value as numerals that are said, if it may be. */
  readonly said: FindSaid | undefined;
  /** What the text must hold elsewhere, if anything. */
  readonly beside?: RegExp;
};

/** Of such things labels are nobody's: "the code of the product". */
export const goods =
  "(?:produ[ck]t\\p{L}{0,4}|prodotto|produits?|arti[ck]\\p{L}{0,6}|artículo|items?|orders?|pedido|encomenda|commande|bestell\\p{L}{2,5}|ordine|país|pa[iy]s|paese|land|country|áreas?|area|errors?|erreur|fehler|errore|erro|sconto|descuento|desconto|rabatt|korting|remise|promo\\p{L}{0,8}|voucher|coupon|discount|tracking|parcel|paquete|pacco|colis|paket|pakket|stores?|shop|flights?|vuelo|vol|volo|voo|flug|vlucht|colou?rs?)(?!\\p{L})";
const copula =
  "is|was|are|sont|son|sono|zijn|são|it says|says?|reads?|ist|war|sind|lautet|lauten|est|était|es|é|è|era|fue|foi|(?:it|that)['’](?:s|d be)|its|they['’]?re|c['’](?:est|était)|ce sont|es ist|het is|would be|should be";
/** "of my car", "do carro", "auf der Rückseite": what a label is of, or where. */
const of = `(?: (?:of|for|on|from|do|da|de|del|du|des|della|dell['’]|vom|von|van|am|an|auf|au|aus|al|op|sul|no|na|par|por|per|via|by|über|durch|through) (?:(?:my|the|our|his|her|his|de la|mi|meu|minha|mon|ma|mijn|de|het|mein(?:em|er|es)|der|dem|la|le|el|o|a|ce|mio) )?(?!${goods})\\p{L}{2,14}(?: (?!${goods}|(?:${copula})(?!\\p{L}))\\p{L}{2,14})?){0,2}`;
const filler =
  "(?:uh|um|er|hmm|well|so|yeah|yes|yep|sure|ok|okay|ja|oui|sí|si|sim|certo|claro|klar)";
/** A question, and how its answer begins: "the code? Customer: yeah, ". */
const answered = `(?:\\?(?:\\s\\p{L}{2,16}:)?(?:[\\s,.]{1,3}${filler}(?!\\p{L})){0,3})?`;
/** What may stand between a label and its value. */
const link = `(?:['’]s)?${of}${answered}(?:[\\s:,=#("“'’*-]{1,3}(?:${copula}|hat die nummer|le|la|el|il|o|a|number|numbers|no|nr|num|n[°º]|id|code|my|now|set to|to|the|der|die|das|with|mit|from the \\p{L}{2,12}|printed on it)(?![\\p{L}\\p{N}])\\.?){0,4}[\\s:,=#("“'’*-]{1,3}`;
/** What else may be said of it, within the clause: "the code that you sent me is ". */
const statement = `(?:,? (?!(?:and|but|or|und|oder|aber|et|ou|mais|y|pero|ma|mas|maar|en|e|o)(?!\\p{L})|${goods})\\p{L}[\\p{L}'’-]{0,15}){0,7},? (?:${copula})[\\s:"“'’*-]{1,3}`;

type Further = {
  readonly beside?: RegExp;
  readonly flags?: string;
  readonly said?: FindSaid;
  readonly isStatement?: boolean;
};

/** Shared by all labels: each would compile to 160 kB more with it. */
const linkHere = new RegExp(link, "uy");
const statementHere = new RegExp(statement, "uy");

/**
 * Where the value of a label may begin, behind what stands between them.
 * @param text in lower case
 * @returns null if nothing parts them
 */
export function valueStart(text: string, labelEnd: number, isStatement: boolean): number | null {
  for (const between of isStatement ? [statementHere, linkHere] : [linkHere]) {
    between.lastIndex = labelEnd;
    if (between.test(text)) return between.lastIndex;
  }
  return null;
}

/**
 * Values after some words.
 * @param labels of the words, in lower case
 * @param value the pattern of the value
 */
export function announced(
  type: PiiType,
  labels: string,
  value: string,
  { beside, flags = "", said, isStatement = false }: Further = {},
): Announced {
  const pattern = new RegExp(`\\b(?<![\\p{L}\\p{N}_])(?:${labels})(?![\\p{L}\\p{N}_])\\.?`, "gu");
  return {
    type,
    pattern,
    label: createWordFinder(pattern),
    isStatement,
    value: new RegExp(`(?:${value})(?![\\p{L}\\p{N}_])`, `yu${flags}`),
    said,
    ...(beside !== undefined && { beside }),
  };
}
