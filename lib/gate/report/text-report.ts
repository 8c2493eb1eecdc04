import type { GateRuleState } from "@/lib/domain/gate/verdict";
import type { GateDescription, GateList } from "@/lib/format/gate/describe-verdict";
import { formatCount } from "@/lib/format/format";

const stateWords: Readonly<Record<GateRuleState, string>> = {
  invalid: "invalid",
  blocks: "blocks",
  not_proven: "not proven",
  not_checked: "not checked",
  met: "met",
};

/** A verdict as text for a terminal. */
export function textReport({
  title,
  share,
  decided,
  rules,
  remarks,
  lists,
}: GateDescription): string {
  const width = Math.max(...rules.map(({ name }) => name.length));
  const stateWidth = Math.max(...Object.values(stateWords).map((word) => word.length));
  const lines = [
    ...[title, share, decided, ""],
    ...rules.map(
      ({ name, state, words }) =>
        `  ${name.padEnd(width)}  ${stateWords[state].padEnd(stateWidth)}  ${words}`,
    ),
    ...["", ...remarks],
    ...(lists.length === 0 ? [] : ["", ...lists.map(listLine)]),
  ];
  return `${lines.join("\n")}\n`;
}

function listLine({ title, items }: GateList): string {
  const each = items.map(({ id, why }) => (why === null ? id : `${id} (${why})`));
  return `${title} (${formatCount(items.length)}): ${each.join(", ")}`;
}
