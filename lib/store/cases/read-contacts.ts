import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { ContactLine, ServedContact } from "@/lib/analytics/insights/served-contact";
import type { ContactPlace } from "@/lib/analytics/insights/returns/case-ending";
import { tupleStatement, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { flatMapInOrder } from "@/lib/domain/in-order";

const contactSql = `SELECT c.case_id, c.customer_id,
    coalesce(c.case_type, c.intent, c.inferred_intent), coalesce(c.intent, c.inferred_intent),
    i.ordinal, i.channel, i.body ->> '$.agentKinds', i.team, i.is_transferred
  FROM cases c JOIN interactions i ON i.case_key = c.id AND i.is_touchpoint = 1
  WHERE c.id = @key AND i.ordinal >= @from ORDER BY i.ordinal LIMIT 1`;
type ContactTuple = [
  ...[caseId: string, customerId: string | null, issue: string | null, intent: string | null],
  ...[ordinal: number, channel: Channel, kinds: Json<readonly AgentKind[]>, team: string | null],
  isTransferred: number,
];

const linesSql = `SELECT m.ordinal, CASE m.speaker WHEN 'agent' THEN t.body END,
    m.body ->> '$.agentId', m.body ->> '$.tool.name', CAST(m.body ->> '$.tool.isError' AS bigint)
  FROM messages m JOIN contents t ON t.id = m.content
  WHERE m.case_key = ? AND m.interaction = ? AND m.speaker IN ('agent', 'tool')
  ORDER BY m.ordinal`;
type LineTuple = [
  ...[ordinal: number, text: string | null, agentId: string | null],
  ...[tool: string | null, isError: number | null],
];

/** Where a contact is looked for: it, or the next one of the case that the customer took part in. */
type From = { readonly key: number; readonly from: number };

/** The first contacts of some cases, in the order of the keys; cases without one are left out. */
export function readFirstContacts(
  db: Database,
  keys: readonly number[],
): Promise<readonly ServedContact[]> {
  return readContacts(
    db,
    keys.map((key) => ({ key, ordinal: 0 })),
  );
}

/** Some contacts that the customer took part in, in the given order. */
export function readContacts(
  db: Database,
  places: readonly ContactPlace[],
): Promise<readonly ServedContact[]> {
  return db.read(async (connection) => {
    const contacts = tupleStatement<[From], ContactTuple>(connection, contactSql);
    const lines = tupleStatement<[number, number], LineTuple>(connection, linesSql);
    return flatMapInOrder(places, async ({ key, ordinal: from }) => {
      const found = await contacts.get({ key, from });
      if (found === undefined) return [];
      const [caseId, customerId, issue, intent, ordinal, channel, kinds, team, passed] = found;
      return [
        {
          ...{ key, ordinal, caseId, customerId, issue, intent, channel, team },
          agentKinds: fromJson(kinds),
          isTransferred: passed === 1,
          lines: (await lines.all(key, ordinal)).flatMap(lineOf),
        },
      ];
    });
  });
}

function lineOf([ordinal, text, agentId, tool, isError]: LineTuple): ContactLine[] {
  if (tool !== null) return [{ ordinal, kind: "called", tool, isError: isError === 1 }];
  return text === null ? [] : [{ ordinal, kind: "said", text, agentId }];
}
