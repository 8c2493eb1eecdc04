import type { Chance } from "../chance";

const firstGreetings = [
  "[Hello|Hi|Good {part}|Dear Fernway team|To whom it may concern|Hello Fernway],",
];
const firstClosings = [
  "[Regards|Kind regards|Best|Best wishes|Thanks|Many thanks|Yours sincerely|With thanks],\n{first} {last}",
  "[Regards|Best regards|Thank you],\n{first} {last}\n[Account number|Account no.]: {account}",
];
const replyGreetings = ["[Hello|Hi|Good {part}|Dear|Hi again] {agent},", "[Hello again|Hi],"];
const replyClosings = ["[Thanks|Kind regards|Regards|Best],\n{first}[ {last}|]"];
const agentGreetings = ["[Hello|Hi|Dear|Good {part}] {first},", "Dear {title} {last},"];
const agentClosings = [
  "[Kind regards|Best regards|With best wishes|All the best|Warm regards],\n{agent}\nFernway Customer Care",
  "[Best|Kind] regards,\n{agent}, Fernway",
];

/**
 * A letter's template: greeting, paragraphs, signature.
 * @param isReply to a known correspondent
 */
export function letterOf(
  paragraphs: readonly string[],
  chance: Chance,
  { who, isReply }: { readonly who: "customer" | "agent"; readonly isReply: boolean },
): string {
  const [greetings, closings] = formsOf(who, isReply);
  const body = paragraphs.filter((paragraph) => paragraph !== "");
  return [chance.pick(greetings), ...body, chance.pick(closings)].join("\n\n");
}

function formsOf(
  who: "customer" | "agent",
  isReply: boolean,
): readonly [readonly string[], readonly string[]] {
  if (who === "agent") return [agentGreetings, agentClosings];
  return isReply ? [replyGreetings, replyClosings] : [firstGreetings, firstClosings];
}
