import type { Lines } from "./lines";

export const deliveryOpenings: Readonly<Record<string, Lines>> = {
  "delivery.parcel_late": {
    text: [
      "My {product} was [due|supposed to come] on {date} and [it's not here|nothing came]. Order {ref}. [Can you|Could you] send it again or tell me where it is?",
      "The tracking for order {ref} [hasn't moved since|has been stuck since] {date}. [It's a {product}.|I need that {product} for work.] Where is it?",
      "[The courier says|Your page says] my {product} was delivered on {date}. [It wasn't.|I was home all day and it wasn't.|Not to me it wasn't.] Please resend order {ref}.",
    ],
    speech: [
      "[I'm waiting|Still waiting] for a {product}, order {ref}, and it should've come on {date}. [I stayed home|I took the day off], [and nobody came|nobody rang]. Can you resend it?",
      "The parcel, {ref}, it [says|said] delivered but [I haven't got it|there's nothing here]. It's a {product}.",
    ],
    mail: [
      "Order {ref} ({product}) was promised for {date}. [Nothing has arrived|It has not arrived] and the tracking page [shows no change|is empty]. Please send [a replacement|another {product}] or tell me [when to expect it|what happened to {ref}].",
    ],
    short: ["where is order {ref}? {product} due {date}", "parcel {ref} not here. please resend"],
    social: [
      "day [5|6|9] of waiting for my {product} @FernwayCare [📦💀|🙄|] order {ref}",
      "@FernwayCare tracking for {ref} says delivered. [spoiler: it's not|to who??]",
    ],
  },
  "delivery.wrong_item": {
    text: [
      "You sent me [the wrong thing|a wrong item]: I ordered a {product}, order {ref}, and got [a phone case|a power cable|someone else's modem|a box of cables]. Please exchange it.",
      "The {product} from order {ref} arrived [broken|with a cracked housing|dead]. Please replace it.",
    ],
    speech: [
      "So I opened the box, order {ref}, and it's not [a|the] {product}, it's [something else|some cables]. Can you exchange it?",
      "[The|That] {product} you sent, {ref}, it [doesn't turn on|came damaged], so I need it replaced.",
    ],
    mail: [
      "The parcel for order {ref} came on {date}, but instead of the {product} it held [a set of cables|a different model]. Please exchange it[ and send a label for the return|].",
    ],
    short: ["got wrong item in order {ref}, ordered {product}. please exchange"],
    social: [
      "ordered a {product} from @FernwayCare, got [cables|a phone case 😂|something else]. exchange please, {ref}",
    ],
  },
};
