import type { Lines } from "./lines";

export const outageOpenings: Readonly<Record<string, Lines>> = {
  "outage.internet_down": {
    text: [
      "[My internet|The internet|Our broadband] has been [down|off|dead] since [{day} morning|{day} evening|last night|{date}]. The {product} [shows a red light|blinks orange|has no light at all].",
      "[No connection|Nothing works] [at|here in] {city} [since {day}|since this morning|for hours now]. I've [restarted|unplugged] the {product} [twice|three times] [and nothing|with no luck]. [I work from home|My kids have school online|I have a call in an hour].",
      "Is there an outage in {city}? [Both my TV and my laptop|All our devices|Everything in the house] lost the internet [around noon|at about {clock}|on {day}].",
    ],
    speech: [
      "[Hi, um|Yes, hello], my internet's [gone|down], it went [last night|on {day}|about an hour ago]. I'm in {city}. The box, the {product}, it's got a red light.",
      "[Look, I|So I] work from home and there's [no|just no] internet, [nothing|not a thing], since {day}. I turned the {product} off and on, [didn't help|that did nothing].",
    ],
    mail: [
      "Our connection at {street}, {city}, has been down since {date}. The {product} [reports no signal|shows a steady red light] and restarting it [changes nothing|has not helped]. [I run a small business from home and|We] depend on it.",
    ],
    short: [
      "no internet in {city} since {day}. {product} red light",
      "[internet|wifi] down again, restarted {product} already. when will it be back?",
    ],
    social: [
      "is @FernwayCare down in {city}?? [nothing works|no internet] since {day} [😩|💀|🔥]",
      "[third hour|half a day] without internet in {city}, [thanks|great job] @FernwayCare [🙃|👏]",
    ],
  },
  "outage.wifi_drops": {
    text: [
      "The wifi [drops|cuts out] [every few minutes|five or six times a day|every evening] [since|ever since] {date}. [I have|It's] {plan} with the {product}.",
      "My speed is [nowhere near|far below] what I pay for: {speed} on {plan}, [measured by cable|measured right next to the {product}]. [And it keeps dropping.|It drops out too.|]",
    ],
    speech: [
      "It's the wifi, it [keeps dropping|comes and goes], [every|like every] twenty minutes or so. [Since|I think since] {date}. I've got the {product}.",
      "[So I'm|I'm] paying for {plan} and I get, what, {speed}. And then it [drops|cuts out] completely [in the evenings|every night].",
    ],
    mail: [
      "Since {date} our connection drops several times a day, and when it holds we measure {speed} on {plan}. [I have moved the {product}, changed the cable and reset it.|The {product} has been reset twice.] [It makes no difference.|Nothing changed.]",
    ],
    short: [
      "wifi keeps dropping since {date}, {speed} on {plan}",
      "connection bad again every evening. {product}",
    ],
    social: [
      "paying for {plan}, getting {speed} [lmao|😂|🥲] @FernwayCare",
      "@FernwayCare my wifi drops every [20 mins|half hour] since {date}, [fix it pls|any ideas]?",
    ],
  },
};
