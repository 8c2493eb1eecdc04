import { isOutcomeUnknown, isResolved } from "@/lib/domain/case/outcome";
import { followedWithin, timesPassed, type ReturnValues } from "../case-table/contact-table";
import { usual, type MetricOf } from "./metric";

const common = { ...usual, counts: "returns", unit: "share" } as const;

type Time = Exclude<ReturnValues["followed"], "never">;
const inWords: Readonly<Record<Time, string>> = {
  ...{ "24h": "24 hours", "72h": "72 hours", "7d": "7 days" },
};

const isFollowed = ({ followed }: ReturnValues, within: Time): boolean =>
  followedWithin.indexOf(followed) >= followedWithin.indexOf(within);
const isOver = ({ passed }: ReturnValues, time: Time): boolean =>
  timesPassed.indexOf(passed) >= timesPassed.indexOf(time);

/** Contacts after which the same customer was in touch about the same issue within a time. */
function repeatContacts(within: Time): MetricOf<"returns"> {
  const time = inWords[within];
  return {
    ...common,
    id: `repeat_contact_rate_${within}`,
    version: 2,
    name: `Followed by another within ${time}`,
    question: `After a contact, is the same customer back about the same issue within ${time}?`,
    group: "contacts",
    direction: "lower-is-better",
    numerator: {
      words: `contacts followed by another within ${time}, on any channel`,
      is: (values) => isFollowed(values, within),
    },
    denominator: {
      words: `contacts at least ${time} ago`,
      is: (values) => isOver(values, within),
    },
    waiting: { words: `contacts less than ${time} ago`, is: () => true },
  };
}

/** First contacts after which nobody was back within a time. */
function noRepeat(within: Time): MetricOf<"returns"> {
  const time = inWords[within];
  return {
    ...common,
    id: `fcr_no_repeat_${within}`,
    version: 2,
    name: `First contact, no return within ${time}`,
    question: `After a case’s first contact, was all quiet for ${time}, resolved or not?`,
    group: "resolution",
    direction: "higher-is-better",
    numerator: {
      words: `first contacts with no further one within ${time}, on any channel`,
      is: (values) => !isFollowed(values, within),
    },
    denominator: {
      words: `first contacts at least ${time} ago`,
      is: (values) => values.isFirst && isOver(values, within),
    },
    waiting: { words: `first contacts less than ${time} ago`, is: ({ isFirst }) => isFirst },
    caution: "Silence is no proof: a customer who gave up counts as helped here.",
  };
}

const isJudged = ({ outcome }: ReturnValues) => isResolved(outcome) !== null;

const ofAllContacts = {
  ...common,
  group: "resolution",
  needsEnds: true,
  direction: "higher-is-better",
  numerator: {
    words: "contacts that resolved their case, with evidence, as its only one",
    is: ({ outcome, isFirst, isLast }: ReturnValues) =>
      isResolved(outcome) === true && isFirst && isLast,
  },
  caution:
    "By contact, as vendors count it: a case of five contacts weighs five times. By case it is: resolved in one contact.",
} as const;

/** Whether customers are back, and what one contact does, whatever becomes of the case. */
export const returnMetrics: readonly MetricOf<"returns">[] = [
  noRepeat("24h"),
  noRepeat("72h"),
  noRepeat("7d"),
  {
    ...ofAllContacts,
    id: "fcr_gross",
    name: "First-contact resolution of all contacts",
    question: "Of all contacts, how many settled their case at once?",
    denominator: { words: "contacts of cases old enough to judge", is: isJudged },
    waiting: {
      words: "contacts of cases not old enough to judge",
      is: ({ outcome }) => outcome === "in_progress",
    },
    unknown: {
      words: "contacts of cases of unknown outcome",
      is: ({ outcome }) => isOutcomeUnknown(outcome),
    },
  },
  {
    ...ofAllContacts,
    id: "fcr_net",
    name: "First-contact resolution where it is possible",
    question: "Of the contacts that policy lets settle a case at once, how many did?",
    numerator: ofAllContacts.numerator,
    denominator: {
      words: "contacts of cases old enough to judge, of kinds that can be settled at once",
      is: (values) => isJudged(values) && values.isAtOnce,
    },
    waiting: {
      words: "such contacts of cases not old enough to judge",
      is: ({ outcome, isAtOnce }) => isAtOnce && outcome === "in_progress",
    },
    unknown: {
      words: "such contacts of cases of unknown outcome",
      is: ({ outcome, isAtOnce }) => isAtOnce && isOutcomeUnknown(outcome),
    },
    exclusions:
      "Kinds of case, by type or else intent, that Settings say cannot be resolved in the first contact.",
  },
  repeatContacts("24h"),
  repeatContacts("72h"),
  repeatContacts("7d"),
];
