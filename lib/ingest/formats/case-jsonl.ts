import type { ReadColumns } from "@/lib/domain/settings/read-columns";
import { caseColumns, readColumns, type CaseColumns } from "./case-columns";
import { readCaseRow } from "./case-row";
import type { DecodedItem, Format } from "./format";
import { headText } from "./head-text";
import { JsonDocuments, type JsonDialect, type JsonPiece } from "./json-documents";
import { isJsonArray, isJsonObject, type JsonObject } from "./json-shape";

/** Members that wrap a page of cases in help desks' APIs. */
const listNames = [
  ...["cases", "tickets", "conversations", "issues", "records", "results", "result"],
  ...["data", "items", "payload", "_results"],
];

const dialect: JsonDialect = {
  listNames,
  salvageName: "",
  isDocument: (value) => isJsonObject(value) && caseColumns(leavesOf(value).names) !== null,
};

/** Members of a log's entries: how grave it is, and what happened. */
const [severityNames, messageNames] = [
  new Set(["level", "severitytext", "loglevel", "levelname", "lvl"]),
  new Set(["message", "msg"]),
];

/** Members of a conversation's messages: who speaks, and what; and those that only a case has. */
const [speakerNames, wordsNames, caseOnlyNames] = [
  new Set(["role", "speaker", "sendertype", "authorrole"]),
  new Set(["message", "content", "text", "utterance"]),
  /^(?:subject|status|state|priority|closed|close|resolved|solved|resolution)/u,
];

const jsonStart = /^\s*[[{]/;
const keys = /"((?:[^"\\]|\\.){1,60})"\s*:/g;

/** CRM cases as JSON: one per line, a list, or a help desk's page of results. */
export const caseJsonl: Format = {
  name: "case-jsonl",
  title: "CRM cases as JSON",
  recognise(head) {
    const names = namesIn(head);
    return !isLog(names) && caseColumns(names) !== null;
  },
  explain(head) {
    const names = namesIn(head);
    if (!isLog(names)) return null;
    return "This is a log in JSON, which holds neither spans nor cases: send the traces of the same program.";
  },
  async *decode(bytes) {
    const documents = new JsonDocuments(dialect);
    const members = new SeenMembers();
    for await (const chunk of bytes) {
      for (const piece of documents.push(chunk)) yield readPiece(piece, members);
    }
    for (const piece of documents.end()) yield readPiece(piece, members);
    yield members.columns();
  },
};

/** Members beyond these many are not named. */
const membersMax = 500;

/** Which members of a file's cases were read as which field, and which were not; those of lists under one name. */
class SeenMembers {
  private readonly seen = new Set<string>();
  private readonly read = new Map<string, ReadColumns["read"][number]>();
  private readonly unread = new Set<string>();

  add(names: readonly string[], columns: CaseColumns): void {
    if (this.seen.size >= membersMax || names.every((name) => this.seen.has(name))) return;
    for (const name of names) this.seen.add(name);
    const { read, unread } = readColumns(names, columns);
    for (const each of read) this.read.set(`${each.field} ${each.name}`, each);
    for (const name of unread) this.unread.add(name.replaceAll(/\.\d+(?=\.|$)/gu, ""));
  }

  columns(): readonly DecodedItem[] {
    const read = [...this.read.values()];
    for (const { name } of read) this.unread.delete(name);
    return read.length === 0
      ? []
      : [{ type: "columns", columns: { read, unread: [...this.unread] } }];
  }
}

/** The names of members in the head of JSON; none where it is something else. */
function namesIn(head: Uint8Array): readonly string[] {
  const text = headText(head);
  if (!jsonStart.test(text)) return [];
  return Array.from(text.matchAll(keys), (match) => match[1] ?? "");
}

/**
 * Whether members are those of a log's entries or of messages. A request's, user's or conversation's id in one makes no
 * case of it.
 */
function isLog(names: readonly string[]): boolean {
  const plain = names.map((name) => name.toLowerCase().replaceAll(/[^a-z]/gu, ""));
  const has = (some: ReadonlySet<string>) => plain.some((name) => some.has(name));
  const isOfMessages =
    has(speakerNames) && has(wordsNames) && !plain.some((name) => caseOnlyNames.test(name));
  return isOfMessages || (has(severityNames) && has(messageNames));
}

function readPiece(piece: JsonPiece, members: SeenMembers): readonly DecodedItem[] {
  const { place } = piece;
  if (piece.type === "broken") return [refuse(place, piece.reason)];
  return readCases(piece.value, place, members);
}

function readCases(value: unknown, place: string, members: SeenMembers): readonly DecodedItem[] {
  if (isJsonArray(value)) {
    return value.flatMap((element, index) => readCase(element, `${place}, [${index}]`, members));
  }
  const page = isJsonObject(value) ? pageIn(value) : null;
  if (page === null) return readCase(value, place, members);
  return page.list.flatMap((element, index) =>
    readCase(element, `${place}, ${page.name}[${index}]`, members),
  );
}

type Page = { readonly name: string; readonly list: readonly unknown[] };

/** Objects within which an API has its page: Help Scout's, Chatwoot's, GraphQL's. */
const pageHolders = ["_embedded", "data"];

/** The list of cases in a page of an API's; null in a case. */
function pageIn(value: JsonObject, levels = 2): Page | null {
  if (caseColumns(leavesOf(value).names.filter((name) => !name.includes("."))) !== null)
    return null;
  for (const name of listNames) {
    const list = value[name];
    if (isJsonArray(list)) return { name, list };
  }
  for (const name of pageHolders) {
    const inner = value[name];
    const page = isJsonObject(inner) && levels > 0 ? pageIn(inner, levels - 1) : null;
    if (page !== null) return page;
  }
  return null;
}

function readCase(value: unknown, place: string, members: SeenMembers): readonly DecodedItem[] {
  if (!isJsonObject(value)) return [refuse(place, "This is JSON, but not a case.")];
  const { names, texts } = leavesOf(value);
  const columns: CaseColumns | null = caseColumns(names);
  if (columns === null) return [refuse(place, "This is JSON, but not a case with an id.")];
  members.add(names, columns);
  return readCaseRow(texts, columns, place, null);
}

function refuse(place: string, reason: string): DecodedItem {
  return { type: "reject", reject: { place, reason, spans: 0 } };
}

const levelsMax = 4;

/** The object's scalar values; nested ones have dotted names. */
function leavesOf(value: JsonObject): { readonly names: string[]; readonly texts: string[] } {
  const names: string[] = [];
  const texts: string[] = [];
  const visit = (node: unknown, path: string, levels: number): void => {
    if (isJsonObject(node) || isJsonArray(node)) {
      if (levels === 0) return;
      const prefix = path === "" ? "" : `${path}.`;
      for (const [key, inner] of Object.entries(node)) visit(inner, prefix + key, levels - 1);
    } else if (typeof node === "string" || typeof node === "number") {
      names.push(path);
      texts.push(String(node));
    } else {
      names.push(path);
      texts.push("");
    }
  };
  visit(value, "", levelsMax);
  return { names, texts };
}
