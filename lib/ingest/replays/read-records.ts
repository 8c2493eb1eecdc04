import type { CohortRecord } from "@/lib/domain/gate/cohort";
import { isJsonObject, type JsonObject } from "../formats/json-shape";
import { jsonOf, nameOf, objectOf, storable, wordsOf } from "./values";

/** What a simulated customer is, is in, and wants. */
export type ReadPersona = {
  readonly record: CohortRecord | null;
  readonly name: string;
  readonly situation: string | null;
  readonly outcome: string | null;
  /** A persona within a persona, as simulate-sdk writes it. */
  readonly isNested: boolean;
};

const fieldLengthMax = 20_000;

/**
 * Reads a persona: simulate-sdk's `{ persona: { name, … }, situation, outcome }`, its characteristics alone, or a name.
 */
export function readPersona(value: unknown): ReadPersona {
  if (!isJsonObject(value)) {
    const name = nameOf(value);
    const record = name === null ? null : { name, fields: {} };
    return { record, name: name ?? "", situation: null, outcome: null, isNested: false };
  }
  const isNested = isJsonObject(value["persona"]);
  const own = isNested ? objectOf(value["persona"]) : value;
  const record = readRecord(own);
  return {
    record,
    name: wordsOf(own["name"]) ?? "",
    situation: wordsOf(value["situation"]),
    outcome: wordsOf(value["outcome"]),
    isNested,
  };
}

/** Reads a scenario: `{ name, description }`, or its name. */
export function readScenario(value: unknown): CohortRecord | null {
  if (isJsonObject(value)) return readRecord(value);
  const name = nameOf(value);
  return name === null ? null : { name, fields: {} };
}

/** Members that are kept elsewhere. */
const notFields: ReadonlySet<string> = new Set(["name", "situation", "outcome", "dataset"]);

function readRecord(object: JsonObject): CohortRecord | null {
  const fields = Object.entries(object).flatMap(([key, value]): [string, string][] => {
    const name = nameOf(key);
    const text = fieldText(value);
    return name === null || text === null || notFields.has(key) ? [] : [[name, text]];
  });
  const name = nameOf(object["name"]);
  if (name === null && fields.length === 0) return null;
  return { name: name ?? "without a name", fields: Object.fromEntries(fields) };
}

/** A list or an object is kept as JSON. */
function fieldText(value: unknown): string | null {
  const text = typeof value === "string" ? storable(value) : jsonOf(value);
  return text === null || text === "" ? null : text.slice(0, fieldLengthMax).toWellFormed();
}
