/** Words of an answer without content: courtesy, protest, "I said before". */
const common = new Set(
  "the and for that this with you your yours are was were have has had can could will would shall should may might not but yes yeah yep okay sure please pls thanks thx thank need want like just also from out about all any some one its it's i'm i'd i've i'll that's there here they them their his him her his she who what when where which how why get got give gave given giving know let make made take been being did does doing done right well good great fine now then than too very really again still only more most much many other into onto over under after before hello hey hi sorry help already told said say saying mentioned wrote same earlier above colleague notes note seriously ugh remember once answer answered asked ask question problem course second time first last person someone else everything repeat isn't guys believe thought chat phone mail e-mail email text social media app went through put down ok no oh hmm um uh er actually wait incorrect wrong quite match doesn't stop hold nope never wanted called didn't don't prefer".split(
    " ",
  ),
);

/** The words of a text that say something, lower-cased, in order: no courtesy, no protest. */
export function contentWords(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'’@._:#-]*[\p{L}\p{N}]|\d/gu) ?? [];
  return words.filter((word) => (word.length > 2 || /\d/.test(word)) && !common.has(word));
}
