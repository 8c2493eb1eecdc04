import type { Connection } from "@/db/connect";
import type { Channel } from "@/lib/domain/channel";
import type { AgentKind } from "@/lib/domain/identity";
import type { Outcome } from "@/lib/domain/outcome";
import { caseColumns, caseRowOf, type RawCaseRow, type StoredCaseRow } from "./case-columns";
import { statement, type Database } from "./database";
import { fromJson, type Json } from "./json";
import { outcomeSql } from "./outcome-sql";

export type CaseListSort = "last_contact" | "opened" | "touchpoints" | "handoffs" | "case";

export type CaseListQuery = {
  /** Cases that touched any of them; none: all. */
  readonly channels: readonly Channel[];
  readonly outcomes: readonly Outcome[];
  /** Words of the conversation, or the beginning of a case's or customer's id. */
  readonly text: string;
  readonly sort: CaseListSort;
  readonly direction: "asc" | "desc";
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly asOfUs: number;
};

export type CaseListRow = StoredCaseRow & {
  readonly outcome: Outcome;
  /** One entry a touchpoint, in time order. */
  readonly journey: readonly {
    readonly channel: Channel;
    readonly agentKinds: readonly AgentKind[];
  }[];
};

export type CaseList = {
  readonly rows: readonly CaseListRow[];
  readonly total: number;
  /** Cases for each value of a facet, the other filters unchanged. */
  readonly channels: ReadonlyMap<Channel, number>;
  readonly outcomes: ReadonlyMap<Outcome, number>;
  /** Cases of the workspace, without any filter. */
  readonly all: number;
};

type Parameters = Record<string, string | number>;

const sortColumns: Readonly<Record<CaseListSort, string>> = {
  last_contact: "c.last_contact_us",
  opened: "c.opened_us",
  touchpoints: "c.touchpoints",
  handoffs: "c.handoffs",
  case: "c.case_id",
};

/** One page of cases, the counts beside it, and the outcome of each as of the instant. */
export function listCases(db: Database, query: CaseListQuery): Promise<CaseList> {
  return db.read((connection) => {
    const parameters = parametersOf(query);
    const channels = channelFilter(query);
    const outcomes = outcomeFilter(query);
    const text = textFilter(query);
    const where = whereOf([channels, outcomes, text]);
    const direction = query.direction === "asc" ? "ASC" : "DESC";
    const sql = `SELECT ${caseColumns}, ${outcomeSql("@asOfUs")} AS outcome FROM cases c ${where}
      ORDER BY ${sortColumns[query.sort]} ${direction} NULLS LAST, c.case_id LIMIT @limit OFFSET @offset`;
    const rows = statement<[Parameters], RawCaseRow & { outcome: Outcome }>(connection, sql).all(
      parameters,
    );
    return {
      rows: rows.map(({ outcome, ...raw }) => ({
        ...caseRowOf(raw),
        outcome,
        journey: readJourney(connection, raw.key),
      })),
      total: countWhere(connection, where, parameters),
      channels: new Map(countChannels(connection, whereOf([outcomes, text]), parameters)),
      outcomes: new Map(countOutcomes(connection, whereOf([channels, text]), parameters)),
      all: countWhere(connection, "", {}),
    };
  });
}

function parametersOf(query: CaseListQuery): Parameters {
  return {
    asOfUs: query.asOfUs,
    limit: query.pageSize,
    offset: (query.page - 1) * query.pageSize,
    channels: JSON.stringify(query.channels),
    outcomes: JSON.stringify(query.outcomes),
    words: searchExpression(query.text),
    from: query.text,
    until: `${query.text}\u{10ffff}`,
  };
}

/** Every word must occur, the last may be unfinished. */
function searchExpression(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? '""' : `${words.map((word) => `"${word}"`).join(" ")}*`;
}

function channelFilter({ channels }: CaseListQuery): string | null {
  return channels.length === 0
    ? null
    : `EXISTS (SELECT 1 FROM interactions i WHERE i.case_key = c.id AND i.is_touchpoint
        AND i.channel IN (SELECT value FROM json_each(@channels)))`;
}

function outcomeFilter({ outcomes }: CaseListQuery): string | null {
  return outcomes.length === 0
    ? null
    : `${outcomeSql("@asOfUs")} IN (SELECT value FROM json_each(@outcomes))`;
}

function textFilter({ text }: CaseListQuery): string | null {
  return text === ""
    ? null
    : `(c.case_id BETWEEN @from AND @until OR c.customer_id BETWEEN @from AND @until
        OR c.id IN (SELECT rowid FROM case_search WHERE case_search MATCH @words))`;
}

function whereOf(filters: readonly (string | null)[]): string {
  const given = filters.filter((filter) => filter !== null);
  return given.length === 0 ? "" : `WHERE ${given.join(" AND ")}`;
}

function countWhere(connection: Connection, where: string, parameters: Parameters): number {
  const sql = `SELECT count(*) AS count FROM cases c ${where}`;
  return statement<[Parameters], { count: number }>(connection, sql).get(parameters)?.count ?? 0;
}

function countChannels(
  connection: Connection,
  where: string,
  parameters: Parameters,
): (readonly [Channel, number])[] {
  const sql = `SELECT i.channel, count(DISTINCT c.id) AS count
    FROM cases c JOIN interactions i ON i.case_key = c.id AND i.is_touchpoint ${where} GROUP BY i.channel`;
  return statement<[Parameters], { channel: Channel; count: number }>(connection, sql)
    .all(parameters)
    .map(({ channel, count }) => [channel, count] as const);
}

function countOutcomes(
  connection: Connection,
  where: string,
  parameters: Parameters,
): (readonly [Outcome, number])[] {
  const sql = `SELECT ${outcomeSql("@asOfUs")} AS outcome, count(*) AS count FROM cases c ${where} GROUP BY 1`;
  return statement<[Parameters], { outcome: Outcome; count: number }>(connection, sql)
    .all(parameters)
    .map(({ outcome, count }) => [outcome, count] as const);
}

function readJourney(connection: Connection, key: number): CaseListRow["journey"] {
  type Row = { channel: Channel; agentKinds: Json<readonly AgentKind[]> };
  const sql = `SELECT channel, body ->> '$.agentKinds' AS agentKinds FROM interactions
    WHERE case_key = ? AND is_touchpoint ORDER BY ordinal`;
  return statement<[number], Row>(connection, sql)
    .all(key)
    .map(({ channel, agentKinds }) => ({ channel, agentKinds: fromJson(agentKinds) }));
}
