import { handoffTopicLabels } from "@/lib/domain/case/handoff-packet";
import type { HandoffTally, PacketForm } from "@/lib/analytics/handoffs/tally-handoffs";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { formatCount, formatCounted } from "@/lib/format/format";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import { clusteredRange, rateWords } from "@/lib/format/share-words";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import { isRated } from "./kept-words";
import { handoffsWith } from "./prepare-breakdowns";

const formWords: Readonly<Record<PacketForm, string>> = {
  "whole exchange": "Whole conversation",
  summary: "Summary only",
  nothing: "Nothing",
};

/** Handover packets: content and use. */
export function preparePackets({ packets, topics }: HandoffTally, cases: CasesQuery): PlainTable {
  const all = packets.reduce((sum, { group }) => sum + group.handoffs, 0);
  const share = (count: number) => (all === 0 ? "–" : rateWords({ hits: count, of: all }));
  const whole = packets.find(({ form }) => form === "whole exchange")?.group.handoffs ?? 0;
  const forms = (["whole exchange", "summary", "nothing"] as const).map((form) => {
    const group = packets.find((each) => each.form === form)?.group;
    const kept = group?.kept;
    return {
      channel: null,
      words: formWords[form],
      cells: [
        {
          words: formatCount(group?.handoffs ?? 0),
          ...(group === undefined ? {} : { href: packetHref(form, cases) }),
        },
        { words: share(group?.handoffs ?? 0) },
        {
          words:
            group === undefined || kept === undefined || !isRated(group)
              ? kept === undefined || kept.of === 0
                ? "–"
                : `${formatCount(kept.hits)} of ${formatCount(kept.of)} facts`
              : `${rateWords(kept)} of facts, ${clusteredRange(kept)}`,
        },
      ],
    };
  });
  const said = topics.map(({ topic, count }) => ({
    channel: null,
    words: `Says ${handoffTopicLabels[topic]}`,
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
    title:
      all === 0
        ? "AI handed nobody over"
        : `AI passed on the whole conversation at ${formatCount(whole)} of ${formatCounted(all, "handoff")}`,
    subtitle: "What AI passes on to the next agent, and how much of it was used",
    columns: [
      { words: "What was handed over", isNumber: false },
      { words: "Handoffs", isNumber: true },
      { words: "Share", isNumber: true },
      { words: "Used afterwards", isNumber: true },
    ],
    rows: [...forms, ...said],
    note: "Used afterwards: of the needed facts, those that the next agent used without asking.",
  };
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
