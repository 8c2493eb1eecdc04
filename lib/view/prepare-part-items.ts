import { promiseStateAt } from "@/lib/domain/case-promise";
import { handoffPartWords } from "@/lib/domain/handoff-packet";
import { outcomeWords } from "./wording";
import type { Outcome } from "@/lib/domain/outcome";
import type { ContactRow } from "@/lib/rollup/parts/contact-row";
import { countedFates, type HandoffRow } from "@/lib/rollup/parts/handoff-row";
import type { PromiseRow } from "@/lib/rollup/parts/promise-row";
import { caseViewHref } from "./case-query";
import { formatDuration, formatInstant } from "./format";
import type { PartCell, PartItem } from "./part-list-model";
import type { ListedThing } from "./part-list-query";
import { channelWords } from "./wording";

/** The headings of each list, after the case. */
export const partColumns: Readonly<Record<ListedThing, readonly string[]>> = {
  contacts: [
    ...["Channel", "Agents", "Started", "Handled", "First answer", "Score"],
    ...["Prompt", "Release", "Case"],
  ],
  handoffs: [
    ...["From", "To", "When", "After", "Facts carried", "Asked again", "Contradicted", "Lost"],
    ...["AI handed over"],
  ],
  promises: ["Made on", "By", "What", "Made", "Due", "State", "Then"],
};

/** The case that a row belongs to. */
export type PartOwner = { readonly caseId: string; readonly outcome: Outcome };

const text = (words: string): PartCell => ({ text: words });
const number = (words: string): PartCell => ({ text: words, isNumber: true });
const duration = (us: number | null): PartCell => number(us === null ? "–" : formatDuration(us));
const instant = (us: number): PartCell => number(formatInstant(us, "minute"));

/** A contact as its list shows it. */
export function contactItem({ caseId, outcome }: PartOwner, row: ContactRow): PartItem {
  const agents = row.agents === "both" ? (["ai", "human"] as const) : [row.agents];
  return {
    ...{ id: `${caseId} ${String(row.ordinal)}`, caseId },
    href: caseViewHref(caseId, { item: `c${String(row.ordinal)}` }),
    cells: [
      { text: channelWords[row.channel], channels: [row.channel] },
      { text: row.agents === "both" ? "AI and human" : row.agents, agents },
      instant(row.startUs),
      duration(row.handledUs),
      duration(row.answerUs),
      number(row.resolution === null ? "–" : row.resolution.toFixed(2)),
      text(row.prompt ?? "–"),
      text(row.release ?? "–"),
      text(outcomeWords[outcome].label),
    ],
  };
}

/** A handoff as its list shows it. */
export function handoffItem({ caseId }: PartOwner, row: HandoffRow): PartItem {
  const [carried, asked, said, contradicted, lost] = countedFates.map((_, fate) =>
    row.facts.reduce((sum, ofKind) => sum + (ofKind[fate] ?? 0), 0),
  );
  return {
    ...{ id: `${caseId} ${String(row.ordinal)}`, caseId },
    href: caseViewHref(caseId, { item: `h${String(row.ordinal)}` }),
    cells: [
      { text: channelWords[row.from], channels: [row.from], agents: [row.fromKind] },
      { text: channelWords[row.to], channels: [row.to], agents: [row.toKind] },
      instant(row.atUs),
      duration(row.gapUs),
      number(String(carried ?? 0)),
      number(String((asked ?? 0) + (said ?? 0))),
      number(String(contradicted ?? 0)),
      number(String(lost ?? 0)),
      text(packetWords(row.packet)),
    ],
  };
}

function packetWords(packet: HandoffRow["packet"]): string {
  if (packet === null) return "–";
  if (packet.form === "nothing") return "nothing";
  const parts = packet.parts.map((part) => handoffPartWords[part]).join(", ");
  return parts === "" ? packet.form : `${packet.form}: ${parts}`;
}

const stateWords = {
  kept: "kept",
  broken: "broken",
  open: "not due yet",
  overdue: "overdue",
  unknown: "cannot be checked",
} as const;

const receptionWords = {
  known: "known",
  denied: "denied",
  ignored: "not taken up",
  "not-mentioned": "not mentioned",
} as const;

/** A promise as its list shows it. @param asOfUs the instant as of which its state is told */
export function promiseItem({ caseId }: PartOwner, row: PromiseRow, asOfUs: number): PartItem {
  const { received } = row;
  return {
    ...{ id: `${caseId} ${String(row.ordinal)}`, caseId },
    href: caseViewHref(caseId, { item: `p${String(row.ordinal)}` }),
    cells: [
      { text: channelWords[row.channel], channels: [row.channel] },
      { text: row.by, agents: [row.by] },
      text(row.what),
      instant(row.madeUs),
      row.dueUs === null ? text("no date") : instant(row.dueUs),
      text(stateWords[promiseStateAt(row, asOfUs)]),
      received === null
        ? text("no later contact")
        : {
            text: `${receptionWords[received.reception]} on ${channelWords[received.channel]}`,
          },
    ],
  };
}
