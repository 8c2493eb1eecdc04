import { channels, type Channel } from "@/lib/domain/trace/channel";
import { noteActs, type NoteActs } from "@/lib/domain/case/contact-style";
import type { ChildTraits } from "@/lib/analytics/facets/child-traits";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { ChartCell } from "@/lib/analytics/charts/chart-model";
import { formatCount } from "@/lib/format/format";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import { percent, percentFrom } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import { notesWords } from "./words";

/** Reads and writes of case notes, by channel. @param counts by channel and `noteActs` */
export function prepareNotes(counts: Uint32Array, cases: CasesQuery): PlainTable {
  const at = (channel: number, act: NoteActs) =>
    counts[channel * noteActs.length + noteActs.indexOf(act)] ?? 0;
  const rows = channels
    .map((channel, index) => {
      const [none, read, written, both] = (["none", "read", "written", "both"] as const).map(
        (act) => at(index, act),
      );
      const seen = (none ?? 0) + (read ?? 0) + (written ?? 0) + (both ?? 0);
      return {
        ...{ channel, seen, unseen: at(index, "unseen") },
        read: (read ?? 0) + (both ?? 0),
        written: (written ?? 0) + (both ?? 0),
      };
    })
    .filter(({ seen, unseen }) => seen + unseen > 0);
  const sum = (value: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + value(row), 0);
  const seen = sum((row) => row.seen);
  const [read, written] = [sum((row) => row.read), sum((row) => row.written)];
  const { columns } = notesWords;
  return {
    title: seen === 0 ? notesWords.none : notesWords.title(read, seen, written),
    subtitle: notesWords.subtitle,
    columns: [
      { words: columns.channel, isNumber: false },
      { words: columns.contacts, isNumber: true },
      { words: columns.read, isNumber: true },
      { words: columns.written, isNumber: true },
      { words: columns.unseen, isNumber: true },
    ],
    rows: rows.map((row) => ({
      channel: row.channel,
      words: channelWords[row.channel],
      cells: [
        linked(cases, row.channel, { trait: "seen", count: row.seen }),
        linked(cases, row.channel, { trait: "read", count: row.read, of: row.seen }),
        linked(cases, row.channel, { trait: "written", count: row.written, of: row.seen }),
        linked(cases, row.channel, { trait: "unseen", count: row.unseen }),
      ],
    })),
    note: notesWords.note,
  };
}

type NoteCount = {
  readonly trait: NonNullable<ChildTraits["notes"]>;
  readonly count: number;
  /** Denominator, where shown as a share too. */
  readonly of?: number;
};

/** A count with its share (unless few), linking to its contacts. */
function linked(cases: CasesQuery, on: Channel, { trait, count, of }: NoteCount): ChartCell {
  const share = of === undefined || of < percentFrom ? "" : `, ${percent(count / of, of)}`;
  const words = `${formatCount(count)}${share}`;
  if (count === 0) return { words };
  return { words, href: childListHref({ thing: "contacts", cases, on, traits: { notes: trait } }) };
}
