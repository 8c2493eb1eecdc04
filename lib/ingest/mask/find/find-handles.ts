import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

const network =
  "instagram|insta|ig|twitter|x\\.com|tiktok|snapchat|snap|telegram|threads|facebook|fb|messenger|linkedin|mastodon|bluesky|discord|reddit|twitch|youtube|wechat|venmo|cash ?app|paypal|skype|signal|github";
/** "@jane_doe on instagram", "my instagram is @jane_doe", "DM me @jane_doe". */
const after = new RegExp(
  `(?<![\\p{L}\\p{N}_@/.])@[A-Za-z][\\w.]{2,30}(?=[^\\n@]{0,20}(?<![\\p{L}])(?:${network})(?![\\p{L}]))`,
  "giu",
);
const before = new RegExp(
  `(?<![\\p{L}])(?:${network}|dm me|handle|tweet|post(?:ed)? as|messaged (?:you )?(?:as|from)|i am|i['’]m|user ?name|my account)(?![\\p{L}])[^\\n@]{0,20}?(?<value>@[A-Za-z][\\w.]{2,30})`,
  "giu",
);
/** "my insta is jane_doe_85", "discord: jane#1234": a name with a digit or a sign. */
const plain = new RegExp(
  `(?<![\\p{L}])(?:instagram|insta|twitter|tiktok|snapchat|snap|telegram|facebook|discord|skype|venmo)(?: (?:user ?name|handle|name|account|id))?(?: is|:)\\s{1,2}(?<value>(?=[\\w.#-]{0,30}(?:[\\d_#]|\\.\\w))[A-Za-z][\\w-]{2,30}(?:[.#][\\w-]{2,30})?)(?![\\p{L}])`,
  "giu",
);
/** t.me/jane_doe, instagram.com/jane.doe, linkedin.com/in/jane-doe-1985. */
const profile =
  /(?<=(?:instagram\.com|twitter\.com|\/\/x\.com|tiktok\.com|facebook\.com|fb\.com|t\.me|linkedin\.com\/in|snapchat\.com\/add|paypal\.me|venmo\.com|reddit\.com\/u(?:ser)?|threads\.net)\/)@?[A-Za-z][\w.-]{2,40}/gi;
/** A person's name as a URL path segment: /users/jane-doe-1985/profile. */
const slug =
  /(?<=\/(?:users?|people|persons?|profiles?|customers?|members?|employees?|patients?|contacts?|clients?)\/)(?!(?:sign|log|reset|forgot|new|edit|by|search|get|list|find|my|update|delete|create|verify|register|change|confirm|add|remove|all|me|bulk|export|import|lookup|look|check|is|has|two|opt|with|from|to|for|in|on|per|top|recent)[-._])[a-z]{2,20}[-._][a-z]{2,20}(?:[-._]?\d{1,6})?(?=[/?#"'\s]|$)/gi;
const mayBePlain = /insta|twitter|tiktok|snap|telegram|facebook|discord|skype|venmo/i;
const mayBeProfile = /\.com\/|t\.me\/|\.me\/|\.net\//i;
const mayBeSlug =
  /\/(?:users?|people|persons?|profiles?|customers?|members?|employees?|patients?|contacts?|clients?)\//i;

/** Finds social network handles, and names of persons in URL paths. */
export function findHandles(text: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (type: "ACCOUNT" | "PERSON", pattern: RegExp): void =>
    eachMatch(pattern, text, (match) => {
      const written = (match.groups?.value ?? match[0]).replace(/[.]+$/, "");
      const whole = match.groups?.value ?? match[0];
      const start = match.index + match[0].length - whole.length;
      const value = type === "PERSON" ? normaliseWords(written) : nameOf(written);
      found.push({ type, start, end: start + written.length, value });
    });
  if (text.includes("@")) {
    add("ACCOUNT", after);
    add("ACCOUNT", before);
  }
  if (mayBePlain.test(text)) add("ACCOUNT", plain);
  if (mayBeProfile.test(text)) add("ACCOUNT", profile);
  if (mayBeSlug.test(text)) add("PERSON", slug);
  return found;
}

function nameOf(written: string): string {
  return written.replace(/^@/, "").toLowerCase();
}
