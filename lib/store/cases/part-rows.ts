import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import type { HandoffRow } from "@/lib/analytics/rows/handoff-row";
import type { PromiseRow } from "@/lib/analytics/rows/promise-row";
import { fromJson } from "../json";

/** The rows of a case's parts as text: JSON arrays of values, their names left out. A third of the bytes. */
export type PartTexts = {
  readonly contactRows: string;
  readonly handoffRows: string;
  readonly promiseRows: string;
};
type PartRows = Pick<CaseRow, keyof PartTexts>;

type Values<Row, Names extends readonly (keyof Row)[]> = {
  readonly [At in keyof Names]: Row[Names[At]];
};

const contactNames = [
  ...(["ordinal", "channel", "startUs", "endUs", "agents", "initiator", "isTransferred"] as const),
  ...(["resolution", "answerUs", "humanAnswerUs", "handledUs", "humanUs", "notes"] as const),
  ...(["prompt", "release", "persona", "style", "grounded", "faithful"] as const),
  ...(["frustration", "politeness", "disclosures", "escalation", "team"] as const),
] as const;
const handoffNames = [
  ...(["ordinal", "kind", "from", "to", "fromKind", "toKind", "initiator", "atUs"] as const),
  ...(["gapUs", "verdict", "facts", "packet", "release", "team", "context"] as const),
] as const;
const promiseNames = [
  ...(["ordinal", "channel", "message", "by", "kind", "what", "madeUs", "dueUs"] as const),
  ...(["dueWords", "status", "settledUs", "received"] as const),
] as const;

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
    contactRows: read(texts.contactRows, contactOf),
    handoffRows: read(texts.handoffRows, handoffOf),
    promiseRows: read(texts.promiseRows, promiseOf),
  };
}

function write<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): string {
  return JSON.stringify(rows.map((row) => names.map((name) => row[name])));
}

// Each object is made at once: one that grows by a name at a time costs several times as much.

function contactOf(values: Values<ContactRow, typeof contactNames>): ContactRow {
  return {
    ordinal: values[0],
    channel: values[1],
    startUs: values[2],
    endUs: values[3],
    agents: values[4],
    initiator: values[5],
    isTransferred: values[6],
    resolution: values[7],
    answerUs: values[8],
    humanAnswerUs: values[9],
    handledUs: values[10],
    humanUs: values[11],
    notes: values[12],
    prompt: values[13],
    release: values[14],
    persona: values[15],
    style: values[16],
    grounded: values[17],
    faithful: values[18],
    frustration: values[19],
    politeness: values[20],
    disclosures: values[21],
    escalation: values[22],
    // Rows of an earlier derivation have none.
    team: values[23] ?? null,
  };
}

function handoffOf(values: Values<HandoffRow, typeof handoffNames>): HandoffRow {
  return {
    ordinal: values[0],
    kind: values[1],
    from: values[2],
    to: values[3],
    fromKind: values[4],
    toKind: values[5],
    initiator: values[6],
    atUs: values[7],
    gapUs: values[8],
    verdict: values[9],
    facts: values[10],
    packet: values[11],
    release: values[12],
    // Rows of an earlier derivation have neither.
    team: values[13] ?? null,
    context: values[14] ?? null,
  };
}

function promiseOf(values: Values<PromiseRow, typeof promiseNames>): PromiseRow {
  return {
    ordinal: values[0],
    channel: values[1],
    message: values[2],
    by: values[3],
    kind: values[4],
    what: values[5],
    madeUs: values[6],
    dueUs: values[7],
    dueWords: values[8],
    status: values[9],
    settledUs: values[10],
    received: values[11],
  };
}

/** The text is what `write` wrote, in the order of names that `rowOf` takes. */
function read<Row>(text: string, rowOf: (values: never) => Row): readonly Row[] {
  return text === "[]" ? [] : fromJson<readonly never[]>(text).map(rowOf);
}
