import type { Lines } from "./lines";

export const refundOpenings: Readonly<Record<string, Lines>> = {
  "refund.returned_device": {
    text: [
      "[I sent|I returned|I posted] the {product} back on {date} and [still have no|haven't seen any|there's no] refund. [The return number is|Return reference|It's return] {ref}, {amount}.",
      "[Where is|What happened to|Any news on] my refund for the {product}? [It was|You got it] [delivered to your warehouse|signed for] on {date}. Please refund {amount} for {ref}.",
    ],
    speech: [
      "I sent a {product} back, [must be|that's] two weeks ago now, [on the|around the] {date}, and the {amount} [never came|hasn't turned up]. Return number {ref}.",
      "[Hi, yes|Hello], I'm waiting on a refund for a {product}. You've had it since {date}. It's {amount}, [and the|the] return is {ref}.",
    ],
    mail: [
      "I returned the {product} on {date} under return number {ref}. [The tracking shows|The courier confirms] that it was received, [but|yet] the {amount} has not been refunded. Please refund it [without further delay|to the card I paid with|].",
      "[Further to|Following] my return {ref}: [three weeks|almost a month] later I am still without the {amount} for the {product}. Please refund it and confirm by reply.",
    ],
    short: [
      "sent the {product} back {date}, no refund yet. please refund {amount}, return {ref}",
      "[any news|update] on refund for {ref}? its {amount}",
    ],
    social: [
      "@FernwayCare got my {product} back on {date} and [kept|are sitting on] my {amount} [👀|🫠|smh] return {ref}",
      "still no refund for the {product} @FernwayCare, {amount}, return {ref}. [how long does it take|what's going on]?",
    ],
  },
  "refund.cancelled_order": {
    text: [
      "I cancelled [the|my] {product} order on {date}, [order|order number] {ref}, and the {amount} [hasn't come back|is still missing]. Please refund it.",
      "You cancelled order {ref} ([the|a] {product}) because [it was out of stock|of a stock problem] and I [want|need] my {amount} refunded.",
    ],
    speech: [
      "I cancelled an order for a {product}, [er,|] {ref}, on {date}. And the {amount}, it [was taken|came out] anyway. I need that refunded.",
      "[So the|The] {product} I ordered was out of stock, you cancelled it, fine. But [where's|I still don't have] my {amount}? Order {ref}.",
    ],
    mail: [
      "Order {ref} for the {product} was cancelled on {date}[ at your end| by your warehouse|]. [The amount of {amount}|The {amount} I paid] has not been returned to my [card|account]. Please refund it [this week|as soon as possible|].",
    ],
    short: ["order {ref} cancelled {date} but u kept the {amount}. please refund"],
    social: [
      "ordered a {product}, @FernwayCare cancelled it, [my {amount} is gone though 🤷|kept the {amount} tho]. order {ref}",
    ],
  },
};
