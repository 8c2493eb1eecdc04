import { canonicalisePseudonyms } from "@/lib/cases/canonicalise-pseudonyms";
import { readBeginnings } from "@/lib/cases/read-beginnings";
import type { AnswerClaim, AnswerClaims, ClosestWords } from "@/lib/domain/case/answer-claims";
import type { AssembledCase, Message, Retrieval } from "@/lib/domain/case/case";
import type { EvaluationContext } from "../contract";
import { contextOf } from "../run-evaluators";
import { questionBefore } from "./question-before";
import { findPassageObstacle } from "./find-passage-obstacle";
import { groundedProbability, groundingModelSchema } from "./grounding-model";
import { indexSources } from "./index-sources";
import { isOwnMatter } from "./is-own-matter";
import { judgeAnswer } from "./judge-answer";
import type { JudgedClaim } from "./judge-claim";
import { rarityOf } from "./rarity";
import { retrievalsFor } from "./retrieved-for";
import { isSupported } from "./verdict-of-claims";
import stored from "./weights.gen.json";

const model = groundingModelSchema.parse(stored);
const rarity = rarityOf(model.rarity);

type Source = {
  readonly from: ClosestWords["from"];
  readonly text: string;
  readonly level: string;
};

/**
 * Compares each claim of a case's answers with its retrieved passages, as `groundedness` and
 * `faithfulness` do. An answer whose passages have no text or are in another language has no
 * claims.
 */
export function findAnswerClaims(
  assembled: AssembledCase,
  retrievals: readonly Retrieval[],
): readonly AnswerClaims[] {
  if (retrievals.length === 0) return [];
  const level = canonicalisePseudonyms(readBeginnings(assembled.messages), retrievals);
  const context = contextOf({ ...assembled, ...level, spanValues: [] });
  const rawOf = new Map(level.retrievals.map((each, index) => [each, retrievals[index] ?? each]));
  return level.messages.flatMap((message) => {
    const found = retrievalsFor(message, context);
    if (found === null) return [];
    const passages = found.flatMap((each) => passagesOf(each, rawOf.get(each) ?? each));
    const texts = passages.map((each) => each.level);
    const withoutWords = found.flatMap((each) => each.passages).length - texts.length;
    if (findPassageObstacle(message, withoutWords, texts.join("\n")) !== null) return [];
    const claims = claimsOf(message, { passages, context, raw: assembled.messages });
    if (claims.length === 0) return [];
    return [
      {
        message: message.ordinal,
        interaction: message.interaction,
        passages: passages.length,
        spans: found.flatMap(({ span }) => (span === null ? [] : [span])),
        claims,
      },
    ];
  });
}

type Passage = Pick<Source, "text" | "level"> & { readonly id: string | null };

function passagesOf(level: Retrieval, raw: Retrieval): readonly Passage[] {
  return level.passages.flatMap(({ text }, index) => {
    const own = raw.passages[index];
    return text === null ? [] : [{ level: text, text: own?.text ?? text, id: own?.id ?? null }];
  });
}

type Around = {
  readonly passages: readonly Passage[];
  readonly context: EvaluationContext;
  /** The case's messages with their original pseudonyms. */
  readonly raw: readonly Message[];
};

function claimsOf(message: Message, { passages, context, raw }: Around): readonly AnswerClaim[] {
  const before = context
    .messagesOf(message.interaction)
    .filter(({ ordinal }) => ordinal < message.ordinal);
  const sources: readonly Source[] = [
    ...passages.map(({ id, ...texts }, position) => ({
      from: { kind: "passage", position, id } as const,
      ...texts,
    })),
    ...before.flatMap(({ ordinal, tool, text }): Source[] =>
      tool === null
        ? []
        : [
            {
              from: { kind: "tool", message: ordinal, name: tool.name },
              text: raw[ordinal]?.text ?? text,
              level: text,
            },
          ],
    ),
  ];
  const asked = questionBefore(message, context);
  const judge = (among: readonly Source[], isLeftOut = (_claim: string) => false) =>
    judgeAnswer(message.text, asked, {
      sources: indexSources(among.map(({ level }) => level)),
      rarity,
      isLeftOut,
    });
  const retrieved = sources.slice(0, passages.length);
  const ofAll = judge(sources).claims;
  const ofPassages = judge(retrieved).claims;
  const isAnswerSupported =
    ofPassages.some(({ status }) => status === "contradicted") &&
    isSupported(
      groundedProbability(judge(retrieved, (claim) => isOwnMatter(claim, before)).figures, model),
    );
  return ofPassages.map((claim, index) => {
    const isByTool = claim.status !== "supported" && ofAll[index]?.status === "supported";
    const isOwn = isOwnMatter(claim.claim.text, before);
    const isDoubtful = claim.status === "contradicted" && isAnswerSupported;
    const { start, end } = claim.claim;
    return {
      quote: { message: message.ordinal, start, end },
      verdict: isOwn ? "own-matter" : isDoubtful ? "unsupported" : claim.status,
      isByTool,
      missing: claim.missing,
      closest: closestOf(isByTool ? ofAll[index] : claim, sources),
    };
  });
}

function closestOf(
  claim: JudgedClaim | undefined,
  sources: readonly Source[],
): ClosestWords | null {
  const window = claim?.closest ?? null;
  const source = window === null ? undefined : sources[window.source];
  if (window === null || source === undefined) return null;
  return { from: source.from, words: source.text.slice(window.start, window.end) };
}
