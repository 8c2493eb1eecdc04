import {
  isWaitingSecond,
  lacksSecond,
  type SampledFinding,
} from "@/lib/domain/quality/review-sample";
import { disclosureStatusWords } from "@/lib/format/disclosure-words";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import { formatCount, formatCounted } from "@/lib/format/format";
import type { FindingSource } from "../finding-facts";
import { preparePanel } from "../prepare-panel";
import { sampledLine } from "./prepare-samples";
import { outcomeWords } from "./sample-words";
import type { SecondReviewModel } from "./samples-model";
import { secondReviewHref } from "./url";

type SecondFacts = {
  readonly id: number;
  /** Those for a second review. */
  readonly items: readonly SampledFinding[];
  /** Index of the shown one. */
  readonly at: number;
  readonly source: FindingSource | null;
  /** Public id. */
  readonly viewer: string;
};

/** Prepares the second review of a sample. The first decisions are taken out here, so that no page can show them. */
export function prepareSecond({ id, items, at, source, viewer }: SecondFacts): SecondReviewModel {
  const done = items.filter((item) => !lacksSecond(item)).length;
  const all = done + items.filter(isWaitingSecond).length;
  const hrefAt = (index: number) => {
    const item = items[index];
    return item === undefined ? null : secondReviewHref(id, { item: item.position + 1 });
  };
  const steps = { previousHref: hrefAt(at - 1), nextHref: hrefAt(at + 1) };
  const blind =
    source === null
      ? null
      : {
          ...source,
          ...{ reviews: [], withheld: null },
          row: { ...source.row, review: "open" as const, reviewId: null },
        };
  const item = items[at];
  const panel = blind === null ? null : preparePanel(blind, steps, new Map(), null);
  return {
    ...{ id, position: item?.position ?? null },
    title: `Second review of sample ${String(id)}: ${formatCount(done)} of ${formatCounted(all, "finding")} done`,
    lines: items.map((each, index) => ({
      ...sampledLine(
        { ...each, review: null, isWithheld: false, isGone: false },
        hrefAt(index) ?? "",
        index === at,
      ),
      decision: stateOf(each),
    })),
    panel: panel === null || source === null ? null : { ...panel, status: statusOf(source) },
    isDetached: source === null,
    hindrance: item === undefined ? "" : hindranceOf(item, viewer),
  };
}

function stateOf(item: SampledFinding): string {
  if (isWaitingSecond(item)) return "";
  return lacksSecond(item) ? outcomeWords.gone : "reviewed";
}

/** What the rule found, without any review. */
function statusOf({ row: { status } }: FindingSource): VerdictView {
  const { tone, word } = disclosureStatusWords[status];
  return { tone, label: word };
}

function hindranceOf({ second, review }: SampledFinding, viewer: string): string {
  if (second !== null) return "It was reviewed a second time already.";
  return review?.actor === viewer
    ? "You took the first decision on it, so somebody else has to review it."
    : "";
}
