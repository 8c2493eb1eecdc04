import type { Lines } from "./lines";

export const billingOpenings: Readonly<Record<string, Lines>> = {
  "billing.double_charge": {
    text: [
      "[Hi|Hello|Hey there], [I was|I've been|looks like I was] [charged|billed] twice for {plan} [this month|on {date}]. Please refund the [second|extra|duplicate] {amount} on invoice {ref}.",
      "[There are|I see|I can see] two [identical |]payments of {amount} [on my statement|in my bank app|going out to you] [dated {date}|from {date}|on {date}]. [Can you|Could you] refund one of them? [The invoice is|It's invoice|Invoice number] {ref}.",
      "My payment for {plan} [was taken|went out] [on {date}|last {day}] and then [again|a second time] [the next day|two days later|over the weekend]. [I need|I'd like] invoice {ref} refunded, it's {amount}.",
    ],
    speech: [
      "[Yeah hi|Hi|Hello, yes], so I'm looking at my bank and you've taken {amount} [twice|two times] for the same month. It's, let me see, invoice {ref}. Can you refund the second one?",
      "[I've got|There's] a double payment [here|on my account], {amount} on {date} and [then the same again|exactly the same again]. Invoice {ref} it says. I'd like one of them refunded.",
    ],
    mail: [
      "[I am writing because|I'm getting in touch because] [two payments|the same payment twice] of {amount} [were|was] taken [from my bank account|by direct debit] on {date}. [Only one of them is due.|I only owe you one of those.] Please refund the duplicate on invoice {ref}[ and tell me why this happened| and let me know when it will arrive|].",
      "[On checking my statement|Going through my statement this {day}] I found that {plan} has been billed twice. Please refund {amount} against invoice {ref}. [I have attached nothing as the bank shows both.|My bank says both have cleared.|]",
    ],
    short: [
      "[Hi|Hello] u charged me {amount} twice. Please refund one, invoice {ref}",
      "[2 payments|Double payment] of {amount} [on {date}|this month]?? invoice {ref}. pls refund the extra",
    ],
    social: [
      "[hey|yo|hi] @FernwayCare [why have you taken|you took|explain why you took] {amount} from me TWICE [this month|on {date}] [🙃|😡|🤨] invoice {ref}, refund it please",
      "@FernwayCare charged double for {plan}. [Not cool|Not ok|Come on]. please refund {amount}, invoice {ref}",
    ],
  },
  "billing.price_rise": {
    text: [
      "[Why did|How come] my {plan} [bill go|price jump] [up to|to] {amount} [from {date}|this month]? [Nobody told me|I got no notice|I never agreed to that].",
      "My [bill|monthly price] was [always|supposed to be] lower and [now|since {date}] it's {amount}. [I was told|I signed up on the basis that] the price was [fixed|locked] for [a year|18 months|24 months]. Please adjust it, bill {ref}.",
    ],
    speech: [
      "[Hi, I|Yes hello, I] just opened the bill and it's gone up to {amount}, and [nobody|no one] [said anything|told me]. [I was on|I thought I was on] a fixed price with {plan}.",
      "So [my|the] {plan}, it's [suddenly|all of a sudden] {amount} a month. When I signed up the [lady|guy|man in the shop] said the price doesn't move.",
    ],
    mail: [
      "My latest bill {ref} shows {amount} for {plan}. [My contract states|The contract I signed says|When I joined I was promised] a fixed price until the end of the term. Please correct the price [from {date}|with effect from {date}|].",
    ],
    short: [
      "why is my bill {amount} now? it was less [b4|before]. bill {ref}",
      "Price of {plan} went up to {amount} from {date}, I have a fixed deal",
    ],
    social: [
      "so @FernwayCare just [quietly|casually] put my {plan} up to {amount} [lol|🙄|...] wasn't it fixed price??",
      "@FernwayCare {amount} for {plan} since {date}? that's not what i signed [😤|🤔|]",
    ],
  },
  "billing.late_fee": {
    text: [
      "I've got a late [fee|payment charge] of {amount} on bill {ref} but [I paid on {date}|the money left my account on {date}|I pay by direct debit]. Please waive it.",
      "[Could you|Can you] credit back the {amount} late fee on {ref}? [Your own app was down|My card had expired and I fixed it the same day|I paid on time].",
    ],
    speech: [
      "[It's about|I'm calling about] a late fee, {amount}, on bill {ref}. I did pay, I paid on {date}. So can you credit that back?",
      "You've put {amount} on there [as|for] a late payment and, honestly, it wasn't late. The bill is {ref}.",
    ],
    mail: [
      "Bill {ref} includes a late fee of {amount}. [The payment was made on {date}|As my bank can confirm, the payment left on {date}], [well before|before] the due date. Please credit the fee [to my account|].",
    ],
    short: ["late fee {amount} on {ref} but i paid on {date}. please credit it back"],
    social: [
      "@FernwayCare late fee of {amount} when i paid on {date}?? please credit it, bill {ref} [🙏|]",
    ],
  },
  "billing.payment_plan": {
    text: [
      "[I can't pay|I won't manage] the whole {amount} on bill {ref} [this month|at once|right now]. [Could|Can] I [split it|pay it in parts|spread it over a few months]?",
      "[Money is tight|I've lost some hours at work|I'm between jobs] and {amount} is [too much|more than I have] right now. Is there a payment plan for {ref}?",
    ],
    short: ["is my payment plan for {ref} set up? u said u would text me about the {amount}"],
  },
};
