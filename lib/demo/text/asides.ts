import type { Lines } from "./lines";

export const asides: Readonly<Record<string, readonly (readonly [Lines, Lines])[]>> = {
  billing: [
    [
      {
        text: [
          "[And will|Will|So will] this happen again [next month|on {due}|with the next bill]?",
        ],
      },
      {
        text: [
          "[No|It shouldn't|No, you're safe], [the second mandate is deleted|I've removed the old card|{plan} is billed once], [your next bill runs on {due}|and {due} runs as usual].",
        ],
      },
    ],
    [
      { text: ["Do I get [something in writing|a confirmation|a new invoice]?"] },
      {
        text: [
          "[Yes|Sure], [a corrected invoice|a confirmation] goes to {emailHint} [tonight|by {day}].",
        ],
      },
    ],
    [
      {
        text: [
          "[And|So] is {plan} [still|otherwise] the [right|cheapest] [one|plan] for me?",
          "[By the way, is|Is] there anything [cheaper|better] than {plan} [now|these days]?",
        ],
      },
      {
        text: [
          "[Looking at|Going by] your usage[, yes| since {date}, yes], {plan} [fits|is the best fit][ in {city}|].",
          "[For what you use|With your usage] {plan} is [right|the best price], [I'd stay|keep it][ until {due}|].",
        ],
      },
    ],
  ],
  refund: [
    [
      { text: ["[How long|So how long] does the bank need [for that|]?"] },
      {
        text: [
          "[Most banks|Usually they] [need|take] {days} working days[, some show it sooner|].",
        ],
      },
    ],
    [
      { text: ["[And the|What about the] [shipping|postage] I paid?"] },
      {
        text: [
          "[That's included|It comes back as well], [it's part of the {amount}|so {amount} in all].",
        ],
      },
    ],
  ],
  outage: [
    [
      { text: ["[Do I|Should I] leave the {product} [plugged in|on]?"] },
      {
        text: [
          "[Yes please|Yes], [leave it on|keep it plugged in] for [ten|fifteen|twenty] minutes[ while it syncs|].",
        ],
      },
    ],
    [
      { text: ["[Is it|So is it] the whole [street|area] or just [me|us]?"] },
      { text: ["[About {homes} homes|A few streets] in {city} [are|were] [affected|hit]."] },
    ],
    [
      { text: ["[Will I|Do I] get [money back|something] for the days [without|it was off]?"] },
      {
        text: [
          "[Outages over a day|Anything over 24 hours] [count|are credited] by the day on your next bill, {due}.",
        ],
      },
    ],
  ],
  account: [
    [
      { text: ["[Does that|Will that] change my [bill|price|contract]?"] },
      { text: ["[No|Not at all], {plan} [stays as it is|keeps its price]."] },
    ],
    [
      {
        text: [
          "[Can my|Could my] [partner|wife|husband|flatmate] [use|have] [their own|a] login too?",
        ],
      },
      {
        text: [
          "[Yes|Sure], [under Settings, People|you can add them in the app] [any time|once it's active].",
        ],
      },
    ],
  ],
  delivery: [
    [
      {
        text: ["[Can|Could] they leave it [with a neighbour|in the porch|at the shop downstairs]?"],
      },
      { text: ["[Yes|Sure], [I've noted it for the driver|it's on the label for {day}]."] },
    ],
    [
      { text: ["[Do I|Must I] [sign|be home] for it?"] },
      {
        text: ["[Somebody needs to sign|Just a name], [the window is|it comes between] {window}."],
      },
    ],
  ],
};
