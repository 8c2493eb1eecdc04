import type { Handoff } from "@/lib/domain/case/case";
import type { CasePageModel } from "@/lib/pages/case/case-page-model";

/** One figure as shown by two pages. */
export type FigurePair = {
  readonly what: string;
  readonly one: unknown;
  readonly other: unknown;
};

/** The handoffs of each list: "C-1 0". */
type Lists = Readonly<Record<"asked" | "said" | "kept", ReadonlySet<string>>>;

/** Score, badge, chips, strip and lists of each handoff of a case. */
export function pairHandoffs(
  page: CasePageModel,
  { asked, said, kept }: Lists,
): readonly FigurePair[] {
  const views = page.contacts.flatMap(({ arrivals, changes }) => [...arrivals, ...changes]);
  return views.flatMap(({ handoff, scores, story }) => {
    const { ordinal } = handoff;
    const place = `${page.caseId} ${String(ordinal)}`;
    const gap = page.timeline.handoffs.find((each) => each.ordinal === ordinal)?.gap;
    const toneOf = (name: string) =>
      scores.find(({ evaluator, version }) => evaluator === name && version !== "imported")?.reading
        ?.tone;
    const repetition = toneOf("repeat_information");
    const isAsked = repetition === "fail";
    const isRepeated = isAsked || repetition === "warn";
    const isKept = toneOf("context_retention") === "pass" && !isRepeated;
    return [
      ...pairCarried(page, { scores, gap, place }),
      {
        what: `said again, score and list, ${place}`,
        one: repetition === "warn",
        other: said.has(place),
      },
      {
        what: `said again, score and badge, ${place}`,
        one: repetition === "warn",
        other:
          /\d+ facts? said again/.test(gap?.words ?? "") &&
          gap?.words.includes("asked again") !== true,
      },
      { what: `asked again, score and list, ${place}`, one: isAsked, other: asked.has(place) },
      {
        what: `asked again, score and badge, ${place}`,
        one: isAsked,
        other: gap?.words.includes("asked again") === true && gap.tone === "fail",
      },
      {
        what: `asked again, score and chips, ${place}`,
        one: isAsked,
        other: story.lines.some(
          ({ kind, fate }) => kind === "fact" && fate.label === "asked again",
        ),
      },
      {
        what: `asked again, score and strip, ${place}`,
        one: isAsked,
        other: stripVerdict(page, handoff) === "asked-again",
      },
      {
        what: `context kept, score and list, ${place}`,
        one: isKept,
        other: kept.has(place),
      },
      {
        what: `context kept and the badge, ${place}`,
        one: gap?.tone === "pass",
        other: isKept,
      },
    ];
  });
}

type Counted = Pick<CasePageModel["contacts"][number]["arrivals"][number], "scores"> & {
  readonly gap: CasePageModel["timeline"]["handoffs"][number]["gap"] | undefined;
  readonly place: string;
};

/** How many facts were carried: by the score and the badge, and where it is the only handoff by the track. */
function pairCarried(
  { timeline: { handoffs, factsWords } }: CasePageModel,
  { scores, gap, place }: Counted,
): readonly FigurePair[] {
  const score = scores.find(
    ({ evaluator, version }) => evaluator === "context_retention" && version !== "imported",
  );
  const badge = carriedIn(gap?.words ?? "");
  return [
    {
      what: `facts carried, score and badge, ${place}`,
      one: score?.value ?? null,
      other: badge === null ? null : badge.carried / badge.of,
    },
    ...(handoffs.length === 1
      ? [
          {
            what: `facts carried, badge and track, ${place}`,
            one: badge,
            other: carriedIn(factsWords),
          },
        ]
      : []),
  ];
}

/** The figures of "1 of 2 facts carried"; null in other words. */
function carriedIn(words: string): { readonly carried: number; readonly of: number } | null {
  const [, carried, of] = /^(\d+) of (\d+) /.exec(words) ?? [];
  return of === undefined ? null : { carried: Number(carried), of: Number(of) };
}

/** Score, badge and list of each contact of a case. @param resolved the contacts of the list */
export function pairContacts(
  page: CasePageModel,
  resolved: ReadonlySet<string>,
): readonly FigurePair[] {
  return page.contacts.flatMap(({ interaction: { ordinal, isTouchpoint }, scores }) => {
    const place = `${page.caseId} ${String(ordinal)}`;
    const score = scores.find(
      ({ evaluator, version }) => evaluator === "conversation_resolution" && version !== "imported",
    );
    if (!isTouchpoint || score === undefined || score.value === null) return [];
    const end = page.timeline.contacts.find((each) => each.ordinal === ordinal)?.end;
    return [
      { what: `resolved, badge and score, ${place}`, one: end?.tone, other: score.reading?.tone },
      {
        what: `resolved, score and list, ${place}`,
        one: score.reading?.tone === "pass",
        other: resolved.has(place),
      },
    ];
  });
}

/** The verdict between the two touchpoints of a handoff; null where the strip has none. */
function stripVerdict({ contacts, handoffVerdicts }: CasePageModel, handoff: Handoff) {
  const touchpoints = contacts.filter(({ interaction }) => interaction.isTouchpoint);
  const at = touchpoints.findIndex(
    ({ interaction }) => interaction.ordinal === handoff.toInteraction,
  );
  return handoffVerdicts[at - 1] ?? null;
}
