import type { AttributeValue, Attributes } from "@/lib/domain/trace/span";
import { firstMember, isList, isRecord, parsed, scalarText } from "../json";

/** Headers that only automatic mail has (RFC 3834 and before it), by their names in lower case; "no" is a person's. */
const marks = /(?:^|\.)(?:auto-submitted|x-auto-?reply|x-auto-?respond|x-failed-recipients)$/;
const precedence = /(?:^|\.)(?:headers?|e?mail|message)\.precedence$/;
const machinePrecedence = /^(?:auto[_-]?reply|bulk|junk)$/i;
const holder = /(?:^|[._-])headers?$/;
const nothing = new Set(["no", "false", "0"]);

/** Whether a message's headers, each an attribute or all of them in one, say that a program sent it. */
export function isAutomaticMail(attributes: Attributes): boolean {
  for (const [key, value] of attributes) {
    const name = plain(key);
    if (says(name, value)) return true;
    if (
      holder.test(name) &&
      headersOf(value).some(([each, said]) => says(`headers.${plain(each)}`, said))
    )
      return true;
  }
  return false;
}

function plain(key: string): string {
  return key.toLowerCase().replaceAll("_", "-");
}

function says(name: string, value: AttributeValue): boolean {
  const text = scalarText(isList(value) ? (value[0] ?? null) : value)?.toLowerCase() ?? "";
  if (text === "" || nothing.has(text)) return false;
  return marks.test(name) || (precedence.test(name) && machinePrecedence.test(text));
}

/** Headers as an object, as pairs, or as objects with a name and a value. */
function headersOf(value: AttributeValue): readonly (readonly [string, AttributeValue])[] {
  const read = parsed(value);
  if (isRecord(read)) return Object.entries(read);
  if (!isList(read)) return [];
  return read.flatMap((each) => {
    const [name, said] = isList(each)
      ? [each[0], each[1]]
      : isRecord(each)
        ? [firstMember(each, ["name", "key"]), firstMember(each, ["value"])]
        : [];
    return typeof name === "string" ? [[name, said ?? null] as const] : [];
  });
}
