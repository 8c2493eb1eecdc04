import type { GateDescription } from "@/lib/format/gate/describe-verdict";
import { listLine } from "./list-line";
import { stateWords } from "./state-words";

/** A verdict as text for a terminal. */
export function textReport({
  title,
  share,
  decided,
  signOff,
  rules,
  remarks,
  lists,
}: GateDescription): string {
  const width = Math.max(...rules.map(({ name }) => name.length));
  const stateWidth = Math.max(...Object.values(stateWords).map((word) => word.length));
  const lines = [
    ...[title, share, decided, ...(signOff === null ? [] : [signOff]), ""],
    ...rules.map(
      ({ name, state, words }) =>
        `  ${name.padEnd(width)}  ${stateWords[state].padEnd(stateWidth)}  ${words}`,
    ),
    ...["", ...remarks],
    ...(lists.length === 0 ? [] : ["", ...lists.map(listLine)]),
  ];
  return `${lines.join("\n")}\n`;
}
