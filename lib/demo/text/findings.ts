import type { Lines } from "./lines";

export const findings: Readonly<Record<string, Lines>> = {
  "billing.double_charge": {
    text: [
      "I [see|can see|found] it: invoice {ref} was [collected|settled] twice, [once by direct debit and once by card|on {date} and again a day later].",
      "[You're right|Yes], there are two payments of {amount} [against|for] {ref}. [One is a duplicate.|The second one is ours to give back.]",
    ],
    speech: [
      "[Okay so|Right], I've got {ref} here and, yes, {amount} [went through|was taken] twice.",
    ],
  },
  "billing.price_rise": {
    text: [
      "The [discount|offer] on {plan} ended on {date}, so the bill [moved|went] to {amount}.",
      "[I checked bill {ref}:|On {ref} I see that] the promotional price [ran out|expired] on {date}.",
    ],
  },
  "billing.late_fee": {
    text: [
      "[The payment|Your payment] for {ref} [reached us|was booked] on {date}, and the fee of {amount} was added [automatically|by the system] [the day before|that night].",
    ],
  },
  "billing.payment_plan": {
    text: [
      "[Bill {ref} is open with {amount}|There's an open balance of {amount} on {ref}|{amount} is open on {ref}]. We can [spread|split] it over {months} months[, interest free|].",
    ],
  },
  "refund.returned_device": {
    text: [
      "[Return {ref}|Your return {ref}] [arrived at|was scanned in] our warehouse on {date}, [but it was never booked|the check is still open|the {product} is marked as received].",
      "The {product} is [here|back with us], [return|number] {ref}, [value|amount] {amount}.",
    ],
  },
  "refund.cancelled_order": {
    text: [
      "Order {ref} [was cancelled|shows as cancelled] on {date}, and [the {amount} is still held|the payment of {amount} was never released].",
    ],
  },
  "outage.internet_down": {
    text: [
      "[There's|I can see] [no signal|a loss of signal|an error] on your line [in {city}|at {street}] since {date}.",
      "[Your {product} last connected|The last contact from your {product} was] on {day}. [The street cabinet|The port at our end] [shows a fault|isn't answering].",
    ],
    speech: [
      "[So I'm|I'm] looking at the line [in {city}|to your address] and there's no signal [at all|coming through] since {day}.",
    ],
  },
  "outage.wifi_drops": {
    text: [
      "[The line test shows|I ran a test:] {speed} at the {product} and [frequent|a lot of] [reconnects|errors] [in the evening|since {date}].",
    ],
  },
  "account.locked_out": {
    text: [
      "[Username {user} was|I see {user} was] locked on {date} after [five|six|too many] [failed|wrong] [tries|attempts].",
    ],
  },
  "account.change_address": {
    text: [
      "[{newStreet} in {city} is|Good news: {newStreet} is] [covered|in our network], so {plan} [can move with you|works there too].",
    ],
  },
  "account.change_plan": {
    text: [
      "[Offer {ref} is|I have offer {ref} here, it's] [valid|good] until {due}, and {plan} [is available|works] at your address.",
    ],
  },
  "delivery.parcel_late": {
    text: [
      "Order {ref} [left our warehouse|was handed to the courier] on {date}, [and there it stops|the last scan was in {city}|it's been stuck at the depot since].",
      "[The courier marked {ref} as|Your parcel {ref} is marked as|The status of {ref} is:] [delivered to a neighbour|lost in transit|held at the depot in {city}].",
    ],
  },
  "delivery.wrong_item": {
    text: [
      "[For {ref}|On order {ref}] [we picked|the warehouse picked] [the wrong shelf|another item], [the {product} is in stock|I can see the mix-up].",
    ],
  },
};
