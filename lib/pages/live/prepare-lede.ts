import { sentenceCase } from "@/lib/domain/sentence-case";
import type { Reason } from "@/lib/analytics/live/find-reasons";
import type { LiveItem } from "@/lib/analytics/live/rank-live";
import { formatCounted, formatDue } from "@/lib/format/format";
import { lede, missedLongAgo, needsPerson, newestContact, promisesDueToday } from "./words/cases";

/** The lede: how many cases need somebody, and for what. */
export function liveLede(
  items: readonly LiveItem[],
  newestUs: number | null,
  zone: string,
): { readonly lead: string; readonly rest: string } {
  const count = (...kinds: readonly Reason["kind"][]) =>
    items.filter(
      ({ section, reasons }) =>
        section !== "long" && reasons.some(({ kind }) => kinds.includes(kind)),
    ).length;
  const newest = newestUs === null ? "" : newestContact(formatDue(newestUs, zone));
  if (items.length === 0) return { lead: lede.nothing, rest: newest };
  const long = items.filter(({ section }) => section === "long").length;
  const recent = items.length - long;
  const longWords = long === 0 ? "" : missedLongAgo(long);
  if (recent === 0) return { lead: longWords, rest: `${lede.nothingElse} ${newest}` };
  const counted = (many: number, [one, several]: readonly [string, string]) =>
    many === 0 ? "" : formatCounted(many, one, several);
  const said = [
    counted(count("sla-risk", "sla-after-hours"), lede.slaRisk),
    promisesDueToday(promisesDue(items), count("promise-due")),
    counted(missedLately(items), lede.missed),
    counted(count("waiting"), lede.waiting),
  ].filter((words) => words !== "");
  const rest = said.length === 0 ? newest : `${sentenceCase(said.join(", "))}.`;
  return { lead: needsPerson(recent), rest: [rest, longWords].filter(Boolean).join(" ") };
}

/** Promises due today, of which a case may have several. */
function promisesDue(items: readonly LiveItem[]): number {
  return items.flatMap(({ reasons }) => reasons).filter(({ kind }) => kind === "promise-due")
    .length;
}

/** As many as the list's part of that name has. */
function missedLately(items: readonly LiveItem[]): number {
  return items.filter(({ section }) => section === "missed").length;
}
