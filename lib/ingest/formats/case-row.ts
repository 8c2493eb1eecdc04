import { ownEntry } from "@/lib/domain/own-entry";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import { isInstant } from "@/lib/domain/instant";
import type { CaseColumns, CaseField } from "./case-columns";
import { parseInstant } from "./case-instant";
import type { DecodedItem } from "./format";
import { parseLocalInstant, type DayOrder } from "./local-instant";
import { parseRating } from "../parse-rating";

const cellLengthMax = 500;
const noValue = /^(?:|-+|n\/?a|null|none|undefined|nan|\(null\)|unknown|\\n)$/i;

/**
 * Reads one row of a CRM export.
 * @param cells the row's values as text, by column
 * @param place the row's position, for people
 * @param order of the day and the month in dates written in numbers; null: not known
 * @returns the record; an unreadable value is left out and reported as a reject without a span
 */
export function readCaseRow(
  cells: readonly string[],
  columns: CaseColumns,
  place: string,
  order: DayOrder | null,
): readonly DecodedItem[] {
  const row = new CaseRow(cells, columns, place, order);
  const caseId = row.text("caseId");
  if (caseId === null) {
    return [{ type: "reject", reject: { place, reason: "The row has no case id.", spans: 0 } }];
  }
  const mergedInto = row.text("mergedInto");
  const record: CaseRecord = {
    caseId,
    customerId: row.text("customerId"),
    caseType: row.text("caseType"),
    openedUs: row.instant("openedUs"),
    closedUs: row.instant("closedUs") ?? closedByStatus(row),
    closureCode: row.text("closureCode"),
    csat: row.rating(),
    risk: row.read("risk", parseRisk, "low, medium or high"),
    region: row.text("region"),
    mergedInto: mergedInto === caseId ? null : mergedInto,
  };
  return [{ type: "record", record, place }, ...row.rejects];
}

class CaseRow {
  readonly rejects: DecodedItem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly columns: CaseColumns,
    private readonly place: string,
    private readonly order: DayOrder | null,
  ) {}

  /** The field's first non-empty column. */
  text(field: CaseField): string | null {
    for (const column of this.columns.get(field) ?? []) {
      const cell = (this.cells[column] ?? "").trim();
      if (!noValue.test(cell)) return storable(cell);
    }
    return null;
  }

  /** Microseconds since 1970; null, without a reject, also for an unset date (9999-12-31). */
  instant(field: CaseField): number | null {
    const wanted = "a time from 1970 to 2199 such as 2026-01-31T09:30:00Z";
    const read = this.read(field, (text) => readInstant(text, this.order), wanted);
    if (read === "ambiguous") {
      this.refuse(field, "The day could be the month: no date of the file has a day above 12");
    }
    return typeof read === "number" ? read : null;
  }

  /** Null, without a reject, also where a survey has no answer yet. */
  rating(): number | null {
    const rating = this.read("csat", parseRating, "a number from 1 to 5");
    return rating === "unanswered" ? null : rating;
  }

  read<T>(field: CaseField, parse: (text: string) => T | null, wanted: string): T | null {
    const text = this.text(field);
    if (text === null) return null;
    const value = parse(text);
    if (value === null) this.refuse(field, `This is not ${wanted}`);
    return value;
  }

  private refuse(field: CaseField, problem: string): void {
    const place = `${this.place}, ${field.replace(/Us$/, "")}`;
    const reason = `${problem}; the rest of the row was taken.`;
    this.rejects.push({ type: "reject", reject: { place, reason, spans: 0 } });
  }
}

function readInstant(text: string, order: DayOrder | null): number | "never" | "ambiguous" | null {
  const read = parseInstant(text) ?? parseLocalInstant(text, order);
  if (read === "outside") return null;
  return typeof read === "number" && !isInstant(read) ? null : read;
}

function storable(text: string): string {
  return text.replaceAll("\u0000", "\uFFFD").toWellFormed().slice(0, cellLengthMax).toWellFormed();
}

/** Words of a status that says that a case is closed. */
const closedWords: ReadonlySet<string> = new Set([
  ...["closed", "solved", "resolved", "done", "completed", "complete", "archived", "finished"],
]);

/**
 * When a case was closed whose export has no time of it: its last change, if its status says that it is closed. Zendesk's
 * tickets and Chatwoot's conversations have no other.
 */
function closedByStatus(row: CaseRow): number | null {
  const status = row.text("status")?.toLowerCase() ?? "";
  return closedWords.has(status) ? row.instant("updatedUs") : null;
}

const riskWords: Readonly<Record<string, CaseRecord["risk"]>> = {
  low: "low",
  l: "low",
  minor: "low",
  medium: "medium",
  med: "medium",
  m: "medium",
  moderate: "medium",
  normal: "medium",
  high: "high",
  h: "high",
  critical: "high",
  severe: "high",
};

function parseRisk(text: string): CaseRecord["risk"] {
  const word = text.toLowerCase().replace(/[^a-z]/g, "");
  return ownEntry(riskWords, word) ?? null;
}
