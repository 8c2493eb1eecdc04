/** Emotion words by kind, `*` for any ending, `_` for a space; from general knowledge rather than from a data set. */
const kinds = {
  swear:
    "fuck* fuk* fck* shit* bullshit* damn* goddamn* crap* hell piss* ass asses bitch* bastard* dick* cunt* wtf ffs stfu bloody",
  insult:
    "idiot* moron* stupid* dumb* fool* loser* clown* pathetic trash garbage scum* asshole* jerk* liar* lying coward* ignoran* troll* racist* hypocri* incompeten* lazy toxic entitled selfish crazy insane psycho* creep* weirdo* delusional brainless retard* shameless cheat* thief thieves scam* corrupt*",
  bad: "bad worse worst terrible horrible awful suck sucks sucked shitty crappy ridiculous absurd nonsense unacceptable useless pointless waste* wasting disgust* gross nasty cringe* lame boring cheap broken fail* ruin* mess annoy* irritat* frustrat* infuriat* embarrass* unfair wrong joke cancer disgrace* outrag* appalling dreadful atrocious abysmal lousy rubbish obnoxious rude mean cruel evil",
  anger:
    "hate hates hated hating hatred angry anger mad furious rage pissed livid fuming sick_of tired_of fed_up can't_stand cannot_stand screw shut_up stop enough get_out go_away burn kill punch slap die",
  disagree:
    "no nope nah disagree* not_true untrue false isn't don't_agree i_doubt doesn't_make never_said who_cares don't_care so_what but actually however shouldn't should_not why_would why_do why_does how_is how_can what's_wrong problem_with against oppose* overrated misinform* propaganda excuse* unnecessary unpopular",
  letdown:
    "disappoint* unfortunate* sadly shame too_bad let_down regret* wish hoped hoping expected supposed_to used_to lost lose losing miss missed missing unlucky bummer sigh ugh meh alas never_got not_even hopeless worthless pity depress* sad",
  absolute:
    "always never every all nobody everyone literally seriously honestly absolutely fucking so such too just really even again still keep keeps constantly already",
  praise:
    "good great best better nice awesome amazing excellent wonderful fantastic beautiful perfect* brilliant cool impressive well_done congrat* proud fun funny cute adorable sweet wholesome hero smart legend fire solid talented lovely incredible epic",
  love: "love loves loved loving like likes liked enjoy* happy happi* glad excited yay hope hopefully favorite favourite fan heart bless* miss_you hug* joy",
  thanks: "thank* thx ty appreciat* grateful please welcome cheers",
  laugh: "lol* lmao* haha* hehe* rofl lmfao joking kidding hilarious laugh* xd",
  care: "sorry hope_you take_care good_luck feel_better stay worry worried help* support* understand* condolenc* rip peace hang_in",
  agree:
    "yes yeah yep yup agree* true exactly right indeed same correct this of_course definitely sure makes_sense fair",
  wonder:
    "wonder* curious what how why who which where when anyone does did huh confus* wait omg wow oh really surpris* idea",
  you: "you your you're ur yours yourself",
  self: "i i'm me my i've myself",
  others: "they them their he she him her his these those people guy guys man woman women men",
  not: "no not never nothing nobody without hardly cannot dont wont cant isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't wouldn't shouldn't haven't hasn't ain't",
};
/** Imperatives at the beginning of a text. */
const orders = new Set(
  "stop get go shut learn try read look grow quit don't leave take keep let imagine tell give".split(
    " ",
  ),
);

const names = Object.keys(kinds);
const signals = {
  order: names.length,
  /** Praise or love after a negation. */
  denied: names.length + 1,
  question: names.length + 2,
  exclaim: names.length + 3,
  quote: names.length + 4,
};
export const feelingKinds = names.length + Object.keys(signals).length;

const not = names.indexOf("not");
const kind = kindsByWord();
const pleasing = new Set([names.indexOf("praise"), names.indexOf("love")]);
/** First words of the list's phrases. */
const opening = new Set([...kind.keys()].flatMap((key) => key.split(" ").slice(0, -1)));
const stem = { least: 2, most: 10 };
/** How many words a negation applies to. */
const reach = 4;
const smile = /[:;]-?[)d]/i;

function kindsByWord(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const [kind, words] of Object.values(kinds).entries()) {
    for (const word of words.split(" ")) {
      const key = word.replaceAll("_", " ");
      found.set(key, [...(found.get(key) ?? []), kind]);
    }
  }
  return found;
}

/**
 * The emotion kinds of a text, each once and ascending: numbers below `feelingKinds`.
 * @param words the text's, from `wordsOf`, each with `feelingOf`
 */
export function findFeelings(
  text: string,
  words: readonly { readonly feeling: WordFeeling }[],
): readonly number[] {
  const found = new Set<number>();
  let left = 0;
  words.forEach(({ feeling }, index) => {
    for (const each of kindsOf(feeling, words[index + 1]?.feeling.word ?? "")) {
      found.add(each);
      if (left > 0 && pleasing.has(each)) found.add(signals.denied);
    }
    left = feeling.isNegation ? reach : left - 1;
  });
  if (orders.has(words[0]?.feeling.word ?? "")) found.add(signals.order);
  if (text.includes("?")) found.add(signals.question);
  if (text.includes("!")) found.add(signals.exclaim);
  if (/["“”]/.test(text)) found.add(signals.quote);
  if (smile.test(text)) found.add(names.indexOf("laugh"));
  return [...found].sort((a, b) => a - b);
}

/** What a word alone says of emotion. */
export type WordFeeling = {
  readonly word: string;
  readonly kinds: readonly number[];
  readonly isNegation: boolean;
  /** It may begin a phrase of the list. */
  readonly isOpening: boolean;
};

/** The feeling of a word. */
export function feelingOf(word: string): WordFeeling {
  const own = kind.get(word) ?? [];
  const found = [...own];
  for (let length = stem.least; length <= Math.min(stem.most, word.length); length += 1) {
    found.push(...(kind.get(`${word.slice(0, length)}*`) ?? []));
  }
  return { word, kinds: found, isNegation: own.includes(not), isOpening: opening.has(word) };
}

function kindsOf({ word, kinds, isOpening }: WordFeeling, next: string): readonly number[] {
  const phrase = isOpening ? kind.get(`${word} ${next}`) : undefined;
  return phrase === undefined ? kinds : [...kinds, ...phrase];
}
