import type { GateDescription, GateList } from "@/lib/format/gate/describe-verdict";
import { formatCount } from "@/lib/format/format";
import { html } from "@/lib/format/html";
import { cutList, reasonGroups, type ReasonGroup } from "./list-line";
import { stateWords } from "./state-words";

/** A verdict as Markdown for a comment on a pull request. */
export function markdownReport({
  title,
  share,
  decided,
  decidedBy,
  signOff,
  rules,
  remarks,
  lists,
}: GateDescription): string {
  const rows = rules.map(({ rule, name, state, words }) => {
    const isDeciding = rule === decidedBy;
    const cells = [name, stateWords[state]].map((cell) => (isDeciding ? `**${cell}**` : cell));
    return `| ${cells.join(" | ")} | ${plain(words)} |`;
  });
  const blocks = [
    `### ${plain(title)}`,
    `**${plain(share)}**`,
    plain(decided),
    signOff === null ? "" : `**${plain(signOff)}**`,
    remarks.map((remark) => `- ${plain(remark)}`).join("\n"),
    ...lists.map((list, at) => details(list, at === 0)),
    `<details><summary>All ${formatCount(rules.length)} rules</summary>\n\n| Rule | State | Finding |\n| --- | --- | --- |\n${rows.join("\n")}\n\n</details>`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** A list that can be folded. */
function details(list: GateList, isOpen: boolean): string {
  const title = `${list.title} (${formatCount(list.items.length)})`;
  const { html: summary } = html`<summary>${title}</summary>`;
  const fold = (body: string) =>
    `<details${isOpen ? " open" : ""}>${summary}\n\n${body}\n\n</details>`;
  if (list.idsOfReason !== null) return fold(reasonGroups(list).map(reasonLine).join("\n"));
  const { shown, left } = cutList(list);
  const more = left === null ? "" : `\n\n${left}`;
  const ids = shown.some(({ why }) => why !== null)
    ? shown.map(({ id, why }) => `- ${code(id)}${why === null ? "" : `: ${code(why)}`}`).join("\n")
    : shown.map(({ id }) => code(id)).join(", ");
  return fold(`${ids}${more}`);
}

function reasonLine({ why, count, ids, left }: ReasonGroup): string {
  const more = left === null ? "" : ` ${left}`;
  return `- ${count} · ${code(why)}: ${ids.map(code).join(", ")}${more}`;
}

/** A text in which nothing is markup. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|~&#@]/g, String.raw`\$&`);
}

/** A text as code, in which nothing is a link or a mention either. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest === 0 ? "" : " ";
  return `${fence}${pad}${text}${pad}${fence}`;
}
