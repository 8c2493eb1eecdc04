import type { ReadColumns } from "@/lib/domain/settings/read-columns";
import type { CaseRecord } from "@/lib/domain/case/case-record";

/** Fields of a case, and what they are worked out from where a row lacks them. */
export type CaseField = keyof CaseRecord | "status" | "updatedUs";

/**
 * Column names of case fields in help desks and CRMs, most likely first, ignoring case, spaces and
 * punctuation ("Date/Time Opened" = "datetimeopened"). Includes those of Zendesk, Salesforce,
 * Intercom, ServiceNow, Freshdesk, HubSpot and Jira.
 */
const namesByField: Readonly<Record<CaseField, readonly string[]>> = {
  caseId: [
    ...["case_id", "ticket_id", "conversation_id", "incident_id", "request_id", "issue_key"],
    ...["id", "case", "ticket", "case_number", "ticket_number", "incident_number", "case_no"],
    ...["ticket_no", "number", "key", "reference", "case_ref", "case_reference", "sys_id"],
  ],
  customerId: [
    ...["customer_id", "client_id", "requester_id", "contact_id", "account_id", "user_id"],
    ...["end_user_id", "caller_id", "customer", "client", "requester", "contact", "caller"],
    ...["member_id", "subscriber_id", "opened_for", "account", "user", "customer_number"],
    ...["contacts.contacts.0.id", "source.author.id", "associated_contact_ids"],
    ...["customer.id", "requester.id", "contact.id", "primary_customer.id", "meta.sender.id"],
    ...["customer_email", "requester_email", "contact_email"],
  ],
  caseType: [
    ...["case_type", "ticket_type", "conversation_type", "issue_type", "request_type", "type"],
    ...["category", "case_category", "case_reason", "contact_reason", "reason", "topic"],
  ],
  openedUs: [
    ...["opened", "opened_at", "date_time_opened", "opened_date", "open_date", "date_opened"],
    ...["created", "created_at", "created_date", "created_time", "create_date", "date_created"],
    ...["creation_date", "created_on", "opened_on", "sys_created_on", "started_at", "start_time"],
    ...["started", "conversation_started_at", "opened_time", "open_time", "createdate"],
    ...["created_datetime", "created_date_time"],
  ],
  closedUs: [
    ...["closed", "closed_at", "date_time_closed", "closed_date", "close_date", "date_closed"],
    ...["closed_on", "closed_time", "close_time", "last_closed_at", "conversation_closed_at"],
    ...["statistics.last_close_at", "resolved", "resolved_at", "resolved_date", "resolved_time"],
    ...["resolved_on", "resolution_date", "solved", "solved_at", "solved_date", "ended_at"],
    ...["close_at", "last_close_at", "closed_datetime", "closed_date_time", "solved_on"],
  ],
  closureCode: [
    ...["closure_code", "close_code", "resolution_code", "closure_reason", "close_reason"],
    ...["case_close_reason", "closed_reason", "closure_method", "closed_by_rule", "disposition"],
    ...["disposition_code", "wrap_up_code", "resolution", "resolution_type", "outcome"],
  ],
  csat: [
    ...["csat", "csat_score", "csat_rating", "satisfaction", "satisfaction_score"],
    ...["satisfaction_rating", "satisfaction_rating.score", "customer_satisfaction"],
    ...["customer_satisfaction_score", "customer_satisfaction_rating", "conversation_rating"],
    ...["conversation_rating.rating", "customer_rating", "survey_score", "survey_rating", "rating"],
    ...["satisfaction_survey.score", "csat_survey_response.rating", "satisfaction_rating.rating"],
  ],
  status: ["status", "state", "ticket_status", "case_status", "conversation_status", "status.name"],
  updatedUs: [
    ...["updated_at", "updated", "last_updated", "last_updated_at", "updated_on", "updated_date"],
    ...["last_modified_date", "last_modified", "modified_at", "modified_on", "sys_updated_on"],
    ...["updated_datetime", "user_updated_at", "last_activity_at"],
  ],
  risk: ["risk", "risk_level", "risk_tier", "risk_class", "risk_category", "risk_rating"],
  region: [
    ...["region", "customer_region", "jurisdiction", "market", "territory", "geo", "geography"],
    ...["country", "country_code", "customer_country"],
  ],
  mergedInto: [
    ...["merged_into", "merged_into_id", "merged_into_case", "merged_into_case_id", "merged_to"],
    ...[
      "merged_into_ticket",
      "merged_into_ticket_id",
      "merge_target",
      "merged_with",
      "duplicate_of",
    ],
    ...["duplicate_of_id", "master_case", "master_case_id", "master_record_id", "primary_case_id"],
  ],
};

const fields: ReadonlyMap<string, { readonly field: CaseField; readonly rank: number }> = new Map(
  caseFields().flatMap((field) =>
    namesByField[field].map((name, rank) => [plainName(name), { field, rank }] as const),
  ),
);

/** Fields that any record may have: they alone make no case of it. */
const helping: ReadonlySet<CaseField> = new Set(["status", "updatedUs"]);

/** Objects in which an API has a case's fields: Jira, Salesforce, HubSpot, Freshdesk, Zendesk. */
const holders = /^(?:fields|attributes|properties|stats|metric_set|ticket|conversation|case)\./;

function fieldOf(name: string): ReturnType<typeof fields.get> {
  return fields.get(plainName(name)) ?? fields.get(plainName(name.replace(holders, "")));
}

/** The possible columns of each field, most likely first. */
export type CaseColumns = ReadonlyMap<CaseField, readonly number[]>;

/**
 * Maps column names to case fields.
 * @returns null if they are no case table: no id, or nothing known beside it
 */
export function caseColumns(names: readonly string[]): CaseColumns | null {
  const found = new Map<CaseField, { readonly column: number; readonly rank: number }[]>();
  names.forEach((name, column) => {
    const known = fieldOf(name);
    if (known === undefined) return;
    const columns = found.get(known.field) ?? [];
    found.set(known.field, [...columns, { column, rank: known.rank }]);
  });
  const informative = [...found.keys()].filter((field) => !helping.has(field));
  if (!found.has("caseId") || informative.length < 2) return null;
  return new Map(
    Array.from(found, ([field, columns]) => [
      field,
      columns.sort((one, other) => one.rank - other.rank).map(({ column }) => column),
    ]),
  );
}

/** Which columns are read as which field, by the fields' own names, and which are not. */
export function readColumns(names: readonly string[], columns: CaseColumns): ReadColumns {
  const used = new Set([...columns.values()].flat());
  const read = caseFields().flatMap((field) =>
    (columns.get(field) ?? []).map((column) => ({
      name: names[column] ?? "",
      field: field.replace(/Us$/u, "").replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`),
    })),
  );
  return { read, unread: names.filter((name, at) => name.trim() !== "" && !used.has(at)) };
}

/**
 * A sentence about missing columns; it does not list the existing ones, since a table without a
 * header begins with personal data.
 */
export function missingColumns(names: readonly string[]): string {
  const hasId = names.some((name) => fieldOf(name)?.field === "caseId");
  const first = (field: CaseField) => namesByField[field].slice(0, 3).join(", ");
  if (!hasId) return `no column of its first row names the case: ${first("caseId")} or the like`;
  const others = (["customerId", "openedUs", "closedUs"] as const).map(
    (field) => namesByField[field][0] ?? "",
  );
  return `beside the case's id no column is known: one like ${others.join(", ")} or csat is missing`;
}

/** A column's name without case, spaces and punctuation. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function caseFields(): readonly CaseField[] {
  return [
    ...(["caseId", "customerId", "caseType", "openedUs", "closedUs", "closureCode"] as const),
    ...(["csat", "risk", "region", "mergedInto", "status", "updatedUs"] as const),
  ];
}
