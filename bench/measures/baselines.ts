import BetterSqlite3 from "better-sqlite3";
import { join } from "node:path";

/** `b`: parses the export's lines, nothing else. */
export function parseLines(lines: readonly string[]): Promise<void> {
  let objects = 0;
  for (const line of lines) objects += JSON.parse(line) === null ? 0 : 1;
  if (objects !== lines.length) throw new Error("A line of the export is no object.");
  return Promise.resolve();
}

type Request = {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly object[] }[];
  }[];
};

/** `n`: a naive store. Parses the lines and inserts each span's JSON without an index in one transaction. */
export function storeNaively(lines: readonly string[], folder: string): Promise<void> {
  const db = new BetterSqlite3(join(folder, "naive.db"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.exec("CREATE TABLE spans (body TEXT NOT NULL)");
  const insert = db.prepare("INSERT INTO spans VALUES (?)");
  db.exec("BEGIN");
  for (const line of lines) {
    for (const { scopeSpans } of readRequest(line).resourceSpans) {
      for (const { spans } of scopeSpans) {
        for (const span of spans) insert.run(JSON.stringify(span));
      }
    }
  }
  db.exec("COMMIT");
  db.close();
  return Promise.resolve();
}

/** The export's own shape: these lines were ingested before. */
function readRequest(line: string): Request {
  return JSON.parse(line) as Request;
}
