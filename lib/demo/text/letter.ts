import type { Chance } from "../chance";
import type { Facts } from "./grammar";

const customerGreetings = [
  "[Hello|Hi|Good {part}|Dear Fernway team|To whom it may concern|Dear {agent}|Hello Fernway],",
];
const customerClosings = [
  "[Regards|Kind regards|Best|Best wishes|Thanks|Many thanks|Yours sincerely|With thanks],\n{first} {last}",
  "[Regards|Best regards|Thank you],\n{first} {last}\n[Account number|Account no.]: {account}",
  "[Thanks|Kind regards|Regards],\n{first}",
];
const agentGreetings = ["[Hello|Hi|Dear|Good {part}] {first},", "Dear {title} {last},"];
const agentClosings = [
  "[Kind regards|Best regards|With best wishes|All the best|Warm regards],\n{agent}\nFernway Customer Care",
  "[Best|Kind] regards,\n{agent}, Fernway",
];

/** A letter's template: greeting, paragraphs, signature. */
export function letterOf(
  paragraphs: readonly string[],
  chance: Chance,
  from: { readonly who: "customer" | "agent"; readonly isReply: boolean; readonly facts: Facts },
): string {
  const isCustomer = from.who === "customer";
  const greeting = chance.pick(isCustomer ? customerGreetings : agentGreetings);
  const closing =
    from.isReply && isCustomer
      ? customerClosings[2]
      : chance.pick(isCustomer ? customerClosings : agentClosings);
  const body = paragraphs.filter((paragraph) => paragraph !== "");
  return [greeting, ...body, closing ?? ""].join("\n\n");
}
