import { eachMatch } from "@/lib/learning/each-match";
import type { Candidate } from "../text-masker";

/** Somebody's folder: /home/jane.moore/…, /Users/jane/…, C:\Users\jane\… */
const folder =
  /(?<=(?:\/home\/|\/Users\/|[A-Za-z]:\\{1,2}Users\\{1,2}))(?!(?:user|users|root|admin|administrator|public|shared|default|guest|runner|runneradmin|ubuntu|debian|node|app|appuser|ec2-user|vscode|codespace|git|jenkins|circleci|vagrant|docker|deploy|site|www|www-data|nobody|nonroot)(?![\w.-]))[A-Za-z][\w.-]{2,40}(?=[/\\])/g;
const mayBeFolder = /\/home\/|\/Users\/|\\Users\\/;
/** `user=jane.moore`, "X-Forwarded-User: jane.moore": two words joined as in an account's name. */
const assigned =
  /(?<![\w-])(?:[\w-]{0,20}(?:user|username|user_?name|login|owner|author|assignee|account)(?:-?(?:name|id))?)["']?\s?[=:]\s?["']?(?<value>[a-z]{1,20}[._-][a-z]{2,20}\d{0,4})(?![\w@-]|\.[a-z])/gi;
const mayBeAssigned = /(?:user|name|login|owner|author|assignee|account)["']?\s?[=:]/i;

/** Finds names of accounts that are made of persons' names, in paths and under keys. */
export function findUserNames(text: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (end: number, written: string): void => {
    found.push({ type: "ACCOUNT", start: end - written.length, end, value: written.toLowerCase() });
  };
  if (mayBeFolder.test(text))
    eachMatch(folder, text, ({ 0: written, index }) => add(index + written.length, written));
  if (mayBeAssigned.test(text))
    eachMatch(assigned, text, (match) =>
      add(match.index + match[0].length, match.groups?.value ?? ""),
    );
  return found;
}
