import { rememberText } from "@/lib/learning/remember-text";

const failureWords =
  /\b(error|exception|failed|failure|not found|unable|cannot|can't|could not|couldn't|invalid|denied|declined|rejected|unavailable|not available|not allowed|not permitted|http (?:status )?[45]\d\d|unauthori[sz]ed|forbidden|timed? ?out|no such|does not exist|bad request|service unavailable)\b/i;
const badStatus =
  /^(error|failed|failure|fail|rejected|declined|denied|refused|invalid|unavailable|not_found|timeout|timed_out|[45]\d\d)(?=$|[\s:,;.])/i;
const longestStatus = 80;
/** How programs print an empty value. */
const nothing = /^(none|null|nil|undefined|nan|false|\[\s*\]|\{\s*\})$/i;
/** How programs begin an error report. */
const crash = /^(traceback\b|\W{0,100}(\w{1,100} )?[\w.]{0,200}(error|exception)\b)/i;
const longestPlainCharacters = 400;

/** True if a tool's result says that the call failed; memoised. */
export const isFailureText: (text: string) => boolean = rememberText((text) => {
  const trimmed = text.trim();
  const parsed = parseObject(trimmed);
  if (parsed !== null) return isFailureObject(parsed);
  if (crash.test(trimmed)) return true;
  return trimmed.length <= longestPlainCharacters && failureWords.test(trimmed);
});

/** True if a tool's result shows neither success nor failure. */
export function isEmptyAnswer(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === "" || nothing.test(trimmed);
}

function isFailureObject(answer: ReadonlyMap<string, unknown>): boolean {
  for (const [key, value] of answer) {
    const name = key.toLowerCase();
    if (/^(errors?|exception|error_?message|error_?code|fault)$/.test(name) && isGiven(value)) {
      return true;
    }
    if (/^(success|ok|succeeded|is_?success)$/.test(name) && isNo(value)) return true;
    if (/^(is_?error|failed)$/.test(name) && value === true) return true;
    if (/^(http_?)?status(_?code)?$|^(state|result|outcome)$/.test(name)) {
      const status = String(value).trim();
      if (status.length <= longestStatus && badStatus.test(status)) return true;
    }
    // "BookingStatus": "Booking failed".
    if (/^(message|detail|reason)$|[a-z]_?status$/.test(name) && typeof value === "string") {
      if (value.length <= longestPlainCharacters && failureWords.test(value)) return true;
    }
  }
  return false;
}

function isNo(value: unknown): boolean {
  return value === false || value === 0 || value === "false";
}

function isGiven(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === "" || value === 0) {
    return false;
  }
  return !(Array.isArray(value) && value.length === 0);
}

/** The top-level fields of a JSON object, or null if the text is none. */
export function parseObject(text: string): ReadonlyMap<string, unknown> | null {
  if (!text.startsWith("{")) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? new Map(Object.entries(parsed)) : null;
  } catch {
    return null;
  }
}

const refusal =
  /\b(unable to|not able to|cannot|can't|can’t|can not|could not|couldn't|couldn’t|won't be able|not possible|not eligible|not allowed|not permitted|isn't possible|unfortunately|i'm afraid|i’m afraid|regret|does not allow|doesn't allow|not available|unavailable|no (longer )?availab|against (our )?policy)\b/i;

/** True if an agent says that something is not possible. */
export function isRefusal(text: string): boolean {
  return refusal.test(text);
}
