import type { LiveItem } from "@/lib/analytics/live/rank-live";
import type { ReasonKind } from "@/lib/analytics/live/find-reasons";
import type { LiveList, LiveQuery } from "./url";

/** Rows of a page. */
export const livePageSize = 50;

const hasKind = ({ reasons }: LiveItem, kinds: readonly ReasonKind[]) =>
  reasons.some(({ kind }) => kinds.includes(kind));

/** Whether an item is on a list. @param viewer public id */
export function isOn(list: LiveList, item: LiveItem, viewer: string): boolean {
  switch (list) {
    case "snoozed":
    case "handled":
      return item.place === list;
    case "now":
      return item.place === "now";
    case "mine":
      return item.attention?.assignee === viewer && item.place !== "handled";
    case "promises":
      return item.place === "now" && hasKind(item, ["promise-due", "promise-overdue"]);
    case "sla":
      return item.place === "now" && hasKind(item, ["sla-risk", "sla-after-hours", "sla-overdue"]);
    case "log":
      return false;
  }
}

/** Whether the list of now leaves out what was missed long ago: nobody narrowed it or asked for all. */
function leavesOutLong({ list, agent, team, find, isLong }: LiveQuery): boolean {
  return list === "now" && agent === null && team === null && find === "" && !isLong;
}

/**
 * The items on a list of a query, and those on one of its pages; a page beyond the last is the last.
 * @returns `left`: how many were missed long ago and are left out, unless there is nothing else
 */
export function itemsOf(query: LiveQuery, items: readonly LiveItem[], viewer: string) {
  // Who looks for an agent or a customer wants to see that a case needs nothing.
  const hasQuiet = query.list === "now" && (query.find !== "" || query.agent !== null);
  const listed = narrowed(query, items).filter(
    (item) => isOn(query.list, item, viewer) || (hasQuiet && item.place === "quiet"),
  );
  if (query.list === "promises") listed.sort((one, other) => duePlace(one) - duePlace(other));
  const recent = leavesOutLong(query) ? listed.filter(({ section }) => section !== "long") : listed;
  const all = recent.length === 0 ? listed : recent;
  const page = Math.max(1, Math.min(query.page, Math.ceil(all.length / livePageSize)));
  const shown = all.slice((page - 1) * livePageSize, page * livePageSize);
  return { all, page, shown, left: listed.length - all.length };
}

/** What is due next first, then what was due last: whatever else the case needs. */
function duePlace({ reasons }: LiveItem): number {
  const due = reasons.find(({ kind }) => kind === "promise-due")?.dueUs ?? null;
  if (due !== null) return due;
  const overdue = reasons.filter(({ kind }) => kind === "promise-overdue");
  // Larger than any due time.
  return Number.MAX_SAFE_INTEGER - Math.max(...overdue.map(({ dueUs }) => dueUs ?? 0));
}

/** The items that a query's agent, team and search find, on any list. */
export function narrowed(
  { agent, team, find }: Pick<LiveQuery, "agent" | "team" | "find">,
  items: readonly LiveItem[],
): readonly LiveItem[] {
  const within = items.filter(
    ({ live }) =>
      (agent === null || live.agents.includes(agent)) &&
      (team === null || live.teams.includes(team)),
  );
  const wanted = find.toLowerCase();
  if (wanted === "") return within;
  const exact = within.filter((item) => namesOf(item).includes(wanted));
  // "agent-20" is one agent, not also agent-201 to 209.
  if (exact.length > 0) return exact;
  return within.filter((item) => namesOf(item).some((name) => name.includes(wanted)));
}

/** What one finds a case by: who served it and promised something, its teams, its id, its customer, what it is about. */
function namesOf({ live }: LiveItem): readonly string[] {
  const { agents, teams, caseId, customerId, about, promises } = live;
  const promisers = promises.map(({ agentId }) => agentId);
  return [...agents, ...teams, ...promisers, caseId, customerId, about].flatMap((name) =>
    name === null ? [] : [name.toLowerCase()],
  );
}
