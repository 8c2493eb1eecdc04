import type { AnswerClaim, AnswerClaims, ClaimVerdict } from "@/lib/domain/case/answer-claims";
import type { Message } from "@/lib/domain/case/case";
import { cutText } from "../cut-text";
import { formatCount } from "../format";
import type { VerdictView } from "./verdict-view";

/** A claim of an answer with the closest retrieved text. */
export type ClaimView = {
  readonly words: string;
  readonly verdict: VerdictView;
  /** "P2 returns-policy"; null: no retrieved text is about it. */
  readonly source: string | null;
  /** The source's text, or why there is none. */
  readonly sourceWords: string;
  /** Numbers and names of the claim that no passage has; "": none. */
  readonly missing: string;
};

/** An answer's claims beside the passages. */
export type ClaimsView = {
  readonly key: string;
  /** "Message 5: passages support 2 of 3 claims". */
  readonly title: string;
  /** Address of the answer. */
  readonly href: string;
  readonly rows: readonly ClaimView[];
};

const verdicts: Readonly<Record<ClaimVerdict, VerdictView>> = {
  supported: { tone: "pass", label: "supported" },
  contradicted: { tone: "fail", label: "contradicted" },
  unsupported: { tone: "fail", label: "unsupported" },
  "own-matter": { tone: "none", label: "not asked of passages" },
};
const byTool: VerdictView = { tone: "pass", label: "supported, tool only" };
const wordsMax = 280;

/** Prepares an answer's claims. @param href of the answer in the case */
export function claimsView(
  { message, claims }: AnswerClaims,
  messages: readonly Pick<Message, "text">[],
  href: string,
): ClaimsView {
  const text = messages[message]?.text ?? "";
  const eligible = claims.filter(({ verdict }) => verdict !== "own-matter");
  const supported = eligible.filter(({ verdict }) => verdict === "supported").length;
  const count =
    eligible.length === 0
      ? "it makes no claim that passages are asked for"
      : `passages support ${formatCount(supported)} of ${formatCount(eligible.length)} claims`;
  return {
    key: String(message),
    title: `Message ${formatCount(message + 1)}: ${count}`,
    href,
    rows: claims.map((claim) => claimView(claim, text)),
  };
}

function claimView(
  { quote, verdict, isByTool, missing, closest }: AnswerClaim,
  text: string,
): ClaimView {
  const isFlagged = verdict === "unsupported" || verdict === "contradicted";
  const isTool = isByTool && verdict !== "supported";
  const isApart = verdict === "own-matter" && !isTool;
  const shown = isApart ? null : closest;
  return {
    words: cutText(text.slice(quote.start, quote.end), wordsMax),
    verdict: isTool ? byTool : verdicts[verdict],
    source: shown === null ? null : sourceWords(shown),
    sourceWords: shown === null ? absence(isApart) : cutText(shown.words, wordsMax),
    missing: isFlagged && !isByTool ? missing.map((each) => `“${each}”`).join(", ") : "",
  };
}

function absence(isApart: boolean): string {
  return isApart
    ? "What the agent does themselves, or what a tool returned, stands in no passage."
    : "Nothing that was returned is about it.";
}

function sourceWords({ from }: NonNullable<AnswerClaim["closest"]>): string {
  return from.kind === "tool"
    ? `${from.name} returned`
    : [`P${formatCount(from.position + 1)}`, from.id ?? ""].filter((word) => word !== "").join(" ");
}
