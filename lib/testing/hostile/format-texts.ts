import type { HostileText } from "./texts";

/** What the patterns of formats begin with or repeat. */
const parts =
  "a|1|1-|(|at |a at b dot |a dot |jane(at)|=40|a=40|code |the code is |code 1|@a|instagram |@a instagram|/users/a-b|Calle A |rue de la A |Via A|1 rue A |A-|Hauptstraße 1 |Flat 1, a|Flat 1, a, a, |路1|区|东|가로|mein name ist A |A B |我叫|我|geboren |geboren 1.|eins |eins zwei |一|PAN |PAN A|PAN A1 |tel |tel 1|+1|1 |12 34 |AB 12|SW1A 2A|postcode a1|A1A |123.456.|sl.|ATATT3|dapi|:AA|00000000:AA|hooks.slack.com/services/|AccountKey=|AAAA|A/|aB3|aB3+|aaaa\n|aB3daB3daB3daB3d\n|0a|6a|%41|jane . |a @ b.|né le 1 |ul. A A A A |Am A 1|wa.me/|tel:1|(11) |8 9";

/** Texts that consist of nothing but the beginning of a format. */
export const formatTexts: readonly HostileText[] = parts.split("|").map((part) => ({
  name: JSON.stringify(part),
  of: (length) => part.repeat(Math.ceil(length / part.length)),
}));
