import { isJsonObject } from "../formats/json-shape";

/** Members of a simulator's report, its scenario, and what they are lists of; a cohort's items have none of them. */
const replayMembers = ["results", "dataset", "transcript", "messages"];
const namesReplay = new RegExp(`"(?:${replayMembers.join("|")})"\\s*:`, "u");
const namesPersona = /"persona"\s*:/u;
const namesChannels = /"channels"\s*:/u;
const headLength = 64 * 1024;

/**
 * Whether JSON is a simulator's scenario, dataset or report, or transcripts, and neither a cohort's items, which have
 * channels, nor CRM cases.
 */
export function isReplayFile(text: string): boolean {
  const head = text
    .slice(0, headLength)
    .replace(/^\uFEFF/u, "")
    .trimStart();
  if (!/^[[{]/u.test(head)) return false;
  const [line = ""] = head.split("\n", 1);
  const first = parsed(line);
  if (isJsonObject(first)) {
    const isSimulators = replayMembers.some((name) => first[name] !== undefined);
    return isSimulators || (isJsonObject(first["persona"]) && first["channels"] === undefined);
  }
  return namesReplay.test(head) || (namesPersona.test(head) && !namesChannels.test(head));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
