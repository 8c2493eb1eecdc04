import { handoffTopicLabels } from "@/lib/domain/case/handoff-packet";
import type {
  HandoffGroup,
  HandoffTally,
  PacketForm,
} from "@/lib/analytics/handoffs/tally-handoffs";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { formatCount } from "@/lib/format/format";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import { clusteredRange, rateWords } from "@/lib/format/share-words";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import { isRated } from "./compare-kept";
import { handoffsWith } from "./prepare-breakdowns";
import { packetWords } from "./words";

/** Handover packets: content and use. */
export function preparePackets({ packets, topics }: HandoffTally, cases: CasesQuery): PlainTable {
  const all = packets.reduce((sum, { group }) => sum + group.handoffs, 0);
  const share = (count: number) => (all === 0 ? "–" : rateWords({ hits: count, of: all }));
  const whole = packets.find(({ form }) => form === "whole exchange")?.group.handoffs ?? 0;
  // The whole exchange first.
  const forms = packets.toReversed().map(({ form, group }) => ({
    channel: null,
    words: packetWords.forms[form],
    cells: [
      { words: formatCount(group.handoffs), href: packetHref(form, cases) },
      { words: share(group.handoffs) },
      { words: usedWords(group) },
    ],
  }));
  const said = topics.map(({ topic, count }) => ({
    channel: null,
    words: packetWords.says(handoffTopicLabels[topic]),
    cells: [
      {
        words: formatCount(count),
        ...(count === 0 ? {} : { href: handoffsWith(cases, { says: topic }) }),
      },
      { words: share(count) },
      { words: "" },
    ],
  }));
  return {
    title: all === 0 ? packetWords.none : packetWords.title(whole, all),
    subtitle: packetWords.subtitle,
    columns: [
      { words: packetWords.columns.what, isNumber: false },
      { words: packetWords.columns.handoffs, isNumber: true },
      { words: packetWords.columns.share, isNumber: true },
      { words: packetWords.columns.used, isNumber: true },
    ],
    rows: [...forms, ...said],
    note: packetWords.note,
  };
}

/** "52% of facts, 46–58%"; "3 of 7 facts" of a few. */
function usedWords(group: HandoffGroup): string {
  const { kept } = group;
  if (isRated(group)) return packetWords.factsRated(rateWords(kept), clusteredRange(kept));
  return kept.of === 0 ? "–" : packetWords.facts(kept.hits, kept.of);
}

const packetMetrics: Readonly<Record<PacketForm, string>> = {
  "whole exchange": "handoff_packet_given",
  summary: "handoff_packet_summary",
  nothing: "handoff_packet_nothing",
};

/** The list of handoffs with exactly these contents. */
function packetHref(form: PacketForm, cases: CasesQuery): string {
  const metric = { id: packetMetrics[form], subset: "numerator" } as const;
  return childListHref({ thing: "handoffs", cases, metric });
}
