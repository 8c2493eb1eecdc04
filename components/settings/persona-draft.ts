import { channels, type Channel } from "@/lib/domain/trace/channel";
import {
  personaAttributes,
  type PersonaAttribute,
  type PersonaContract,
  type PersonaRange,
  type PersonaTerms,
} from "@/lib/domain/settings/persona-contract";
import {
  numberDraft,
  readNumberDraft,
  requireNumberDraft,
} from "@/lib/pages/settings/number-draft";

/** A target and its tolerance as typed; both empty: not specified. */
export type RangeDraft = { readonly target: string; readonly tolerance: string };
export type RangeDrafts = Readonly<Record<PersonaAttribute, RangeDraft>>;

/** The editable form of a persona contract. */
export type PersonaDraft = Pick<
  PersonaTerms,
  "bannedPhrases" | "greetings" | "signOffs" | "prompts"
> &
  Pick<PersonaTerms["escalation"], "isOnRequest" | "isOnAnger" | "topics"> & {
    readonly isInForce: boolean;
    readonly attributes: RangeDrafts;
    readonly allowances: Readonly<Record<Channel, RangeDrafts>>;
    readonly sameAnswers: string;
    readonly mostAnswers: string;
    readonly graceAnswers: string;
  };

/** Converts a stored contract to its editable form. */
export function personaDraft({ approval, terms }: PersonaContract): PersonaDraft {
  const { bannedPhrases, greetings, signOffs, prompts } = terms;
  const { isOnRequest, isOnAnger, topics, ...counts } = terms.escalation;
  const draftsOf = (ranges: Readonly<Partial<Record<PersonaAttribute, PersonaRange | null>>>) =>
    eachAttribute((name) => ({
      target: numberDraft(ranges[name]?.target ?? null),
      tolerance: numberDraft(ranges[name]?.tolerance ?? null),
    }));
  return {
    isInForce: approval !== null,
    attributes: draftsOf(terms.attributes),
    allowances: eachChannel((channel) => draftsOf(terms.allowances[channel])),
    bannedPhrases,
    greetings,
    signOffs,
    prompts,
    isOnRequest,
    isOnAnger,
    topics,
    sameAnswers: numberDraft(counts.sameAnswers),
    mostAnswers: numberDraft(counts.mostAnswers),
    graceAnswers: numberDraft(counts.graceAnswers),
  };
}

/** Converts back; version, approver and approval time are set by the server. */
export function personaOfDraft(draft: PersonaDraft, stored: PersonaContract): PersonaContract {
  const { bannedPhrases, greetings, signOffs, prompts, isOnRequest, isOnAnger, topics } = draft;
  return {
    version: stored.version,
    approval: draft.isInForce ? { atUs: 0, by: "" } : null,
    terms: {
      attributes: eachAttribute((name) => rangeOf(draft.attributes[name])),
      allowances: eachChannel((channel) => declared(draft.allowances[channel])),
      bannedPhrases,
      greetings,
      signOffs,
      prompts,
      escalation: {
        isOnRequest,
        isOnAnger,
        topics,
        sameAnswers: readNumberDraft(draft.sameAnswers),
        mostAnswers: readNumberDraft(draft.mostAnswers),
        graceAnswers: requireNumberDraft(draft.graceAnswers),
      },
    },
  };
}

/** Number of filled-in features. */
export function countAsked(drafts: RangeDrafts): number {
  return personaAttributes.filter((name) => rangeOf(drafts[name]) !== null).length;
}

function declared(drafts: RangeDrafts): Partial<Record<PersonaAttribute, PersonaRange>> {
  return Object.fromEntries(
    personaAttributes.flatMap((name) => {
      const range = rangeOf(drafts[name]);
      return range === null ? [] : [[name, range]];
    }),
  );
}

function rangeOf({ target, tolerance }: RangeDraft): PersonaRange | null {
  if (target.trim() === "" && tolerance.trim() === "") return null;
  return { target: requireNumberDraft(target), tolerance: requireNumberDraft(tolerance) };
}

function eachAttribute<T>(valueOf: (name: PersonaAttribute) => T): Record<PersonaAttribute, T> {
  return {
    formality: valueOf("formality"),
    warmth: valueOf("warmth"),
    empathy: valueOf("empathy"),
    directness: valueOf("directness"),
    contractionRate: valueOf("contractionRate"),
    sentenceLength: valueOf("sentenceLength"),
    readingGrade: valueOf("readingGrade"),
    emojiRate: valueOf("emojiRate"),
    hedgingRate: valueOf("hedgingRate"),
    apologyRate: valueOf("apologyRate"),
  };
}

function eachChannel<T>(valueOf: (channel: Channel) => T): Record<Channel, T> {
  const [voice, chat, email, sms, social, in_app, unknown] = channels;
  return {
    [voice]: valueOf(voice),
    [chat]: valueOf(chat),
    [email]: valueOf(email),
    [sms]: valueOf(sms),
    [social]: valueOf(social),
    [in_app]: valueOf(in_app),
    [unknown]: valueOf(unknown),
  };
}
