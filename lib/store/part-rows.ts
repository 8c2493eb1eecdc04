import type { CaseRow } from "@/lib/rollup/case-row";
import type { ContactRow } from "@/lib/rollup/parts/contact-row";
import type { HandoffRow } from "@/lib/rollup/parts/handoff-row";
import type { PromiseRow } from "@/lib/rollup/parts/promise-row";

/** The rows of a case's parts as text: JSON arrays of values, their names left out. A third of the bytes. */
export type PartTexts = {
  readonly contactRows: string;
  readonly handoffRows: string;
  readonly promiseRows: string;
};
type PartRows = Pick<CaseRow, keyof PartTexts>;

const contactNames = [
  ...(["ordinal", "channel", "startUs", "endUs", "agents", "initiator", "isTransferred"] as const),
  ...(["resolution", "answerUs", "humanAnswerUs", "handledUs", "humanUs", "notes"] as const),
  ...(["prompt", "release", "persona", "style"] as const),
];
const handoffNames = [
  ...(["ordinal", "kind", "from", "to", "fromKind", "toKind", "initiator", "atUs"] as const),
  ...(["gapUs", "verdict", "facts", "packet", "release"] as const),
];
const promiseNames = [
  ...(["ordinal", "channel", "message", "by", "kind", "what", "madeUs", "dueUs"] as const),
  ...(["dueWords", "status", "settledUs", "received"] as const),
];

/** Writes the parts of a case's row. */
export function writePartRows(row: PartRows): PartTexts {
  return {
    contactRows: write<ContactRow>(row.contactRows, contactNames),
    handoffRows: write<HandoffRow>(row.handoffRows, handoffNames),
    promiseRows: write<PromiseRow>(row.promiseRows, promiseNames),
  };
}

/** Reads them back. */
export function readPartRows(texts: PartTexts): PartRows {
  return {
    contactRows: read<ContactRow>(texts.contactRows, contactNames),
    handoffRows: read<HandoffRow>(texts.handoffRows, handoffNames),
    promiseRows: read<PromiseRow>(texts.promiseRows, promiseNames),
  };
}

function write<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): string {
  return JSON.stringify(rows.map((row) => names.map((name) => row[name])));
}

/** The text is what `write` wrote, in the same order of names. */
function read<Row>(text: string, names: readonly (keyof Row)[]): readonly Row[] {
  if (text === "[]") return [];
  const rows = JSON.parse(text) as readonly (readonly Row[keyof Row][])[];
  return rows.map((values) => {
    const row: Partial<Row> = {};
    names.forEach((name, position) => {
      row[name] = values[position];
    });
    return row as Row;
  });
}
