const failureWords =
  /\b(error|exception|failed|failure|not found|unable|cannot|can't|could not|couldn't|invalid|denied|declined|rejected|unavailable|not available|not allowed|unauthori[sz]ed|forbidden|timed? ?out|no such|does not exist|bad request|service unavailable)\b/i;
const badStatus =
  /^(error|failed|failure|fail|rejected|declined|denied|invalid|unavailable|not_found)$/i;
const longestPlainCharacters = 400;

/** True where a tool's answer says that it did not do what it was asked to. */
export function isFailureText(text: string): boolean {
  const trimmed = text.trim();
  const parsed = parseObject(trimmed);
  if (parsed !== null) return isFailureObject(parsed);
  if (/^\W*(\w+ )?(error|exception)\b/i.test(trimmed)) return true;
  return trimmed.length <= longestPlainCharacters && failureWords.test(trimmed);
}

function isFailureObject(answer: ReadonlyMap<string, unknown>): boolean {
  for (const [key, value] of answer) {
    const name = key.toLowerCase();
    if (/^(errors?|exception|error_?message|error_?code|fault)$/.test(name) && isGiven(value)) {
      return true;
    }
    if (/^(success|ok|succeeded|is_?success)$/.test(name) && value === false) return true;
    if (/^(is_?error|failed)$/.test(name) && value === true) return true;
    if (/^(status|state|result|outcome)$/.test(name) && typeof value === "string") {
      if (badStatus.test(value.trim())) return true;
    }
    if (/^(message|detail|reason)$/.test(name) && typeof value === "string") {
      if (failureWords.test(value)) return true;
    }
  }
  return false;
}

function isGiven(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === "" || value === 0) {
    return false;
  }
  return !(Array.isArray(value) && value.length === 0);
}

/** A JSON object's own fields, or null where the text is none. */
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

/** True where an agent says that something cannot be had. */
export function isRefusal(text: string): boolean {
  return refusal.test(text);
}
