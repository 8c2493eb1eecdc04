import { eachMatch } from "@/lib/learning/each-match";
import type { TextTraits } from "../scan-text";
import type { Candidate } from "../text-masker";

/**
 * Keys in their issuers' published formats: Databricks, Telegram bots, Discord bots, Square, Twilio
 * accounts and keys, Azure client secrets, Slack and Discord webhooks, Shopify, Anthropic,
 * Mailchimp, Atlassian, New Relic, Notion, Vault, Doppler, Figma, Grafana, Postman, Supabase,
 * Netlify, PlanetScale, RubyGems, Dropbox, Facebook, Sentry.
 */
const issued =
  /(?<![A-Za-z0-9_])(?:dapi[0-9a-f]{32}(?:-\d)?|\d{8,10}:AA[\w-]{30,40}|[MNO][A-Za-z0-9_-]{23,27}\.[\w-]{6}\.[\w-]{27,38}|EAAA[\w-]{40,100}|sq0(?:atp|csp|idp)-[\w-]{20,60}|AC[0-9a-f]{32}|[\w.-]{3}\dQ~[\w.~-]{31,34}|shp(?:ss|ca|pa)_[0-9a-fA-F]{32}|[0-9a-f]{32}-us\d{1,2}|AT(?:ATT|CTT)3[\w=-]{30,250}|NRAK-[A-Z0-9]{27}|(?:secret|ntn)_[A-Za-z0-9]{40,50}|hv[sb]\.[\w-]{24,200}|dp\.(?:pt|st|ct|sa)\.[\w.-]{30,60}|fig[dou]_[\w-]{36,50}|gl(?:c|sa)_[\w=]{32,200}|PMAK-[0-9a-f-]{30,70}|sbp_[0-9a-f]{40}|nfp_[A-Za-z0-9]{36}|pscale_\w{2,6}_[\w.-]{30,64}|rubygems_[0-9a-f]{48}|sl\.[\w-]{60,200}|EAAC[A-Za-z0-9]{30,250}|AAAA[\w-]{7}:APA91[\w-]{100,160}|sntrys_[\w=+/-]{40,250}|v1\.0-[0-9a-f]{24}-[0-9a-f]{146})(?![A-Za-z0-9])/g;
const webhook =
  /(?<=hooks\.slack\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/webhooks\/\d{15,20}\/|webhook\.office\.com\/webhookb2\/|hooks\.zapier\.com\/hooks\/catch\/)[\w/@-]{8,200}/g;
const mayBeWebhook = /hooks\.slack|webhook|hooks\.zapier/;
/** Azure connection strings, and the keys in them. */
const connection =
  /(?<![A-Za-z])(?:AccountKey|SharedAccessKey|SharedAccessSignature|Account Key|Primary Key|InstrumentationKey|Pwd|Password)=(?<value>[^;"'<>\s]{16,400})/gi;
const mayBeConnection = /key=|signature=|pwd=|password=/i;
/** An AWS secret or a key of the same length: 40 base64 characters with capitals, small letters and digits mixed. */
const secret = /(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_.-])/g;
/** 64 bytes in base64: keys of Azure storage. */
const longSecret = /(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=])/g;
const longest = 88;

/** Finds keys by their issuer's format, or by their place in a connection string or webhook. */
export function findServiceKeys(text: string, traits: TextTraits): Candidate[] {
  const found: Candidate[] = [];
  if (traits.tokenRun < 16) return found;
  const add = (start: number, value: string): void => {
    found.push({ type: "KEY", start, end: start + value.length, value });
  };
  const addAll = (pattern: RegExp): void =>
    eachMatch(pattern, text, (match) => {
      const value = match.groups?.value ?? match[0];
      add(match.index + match[0].length - value.length, value);
    });
  if (traits.tokenRun >= 32 || text.includes(":AA")) addAll(issued);
  if (mayBeWebhook.test(text)) addAll(webhook);
  if (mayBeConnection.test(text)) addAll(connection);
  if (traits.tokenRun < 40) return found;
  eachMatch(secret, text, ({ 0: value, index }) => {
    if (isMixed(value)) add(index, value);
  });
  if (traits.tokenRun >= longest - 2) addAll(longSecret);
  return found;
}

const wordsOrPath = /[a-z]{9}|\/[a-z]{2,}\/|^\/|[A-Z][a-z]{5,}[A-Z][a-z]{5,}/;

/** Mixed case and digits throughout, unlike paths, camel-case names and hexadecimal hashes. */
function isMixed(value: string): boolean {
  const lower = value.replace(/[^a-z]/g, "").length;
  const upper = value.replace(/[^A-Z]/g, "").length;
  return lower >= 6 && upper >= 6 && /\d/.test(value) && !wordsOrPath.test(value);
}
