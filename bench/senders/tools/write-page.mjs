import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../../../docs/senders.md", import.meta.url));
const rowsBegin = "<!-- written by bench/senders.mjs -->";
const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Replaces the table of docs/senders.md; a sender without a result is left out. */
export function writePage(senders, results) {
  const rows = senders
    .filter((sender) => results[sender.name] !== undefined)
    .map((sender) => {
      const { version, date, right, expected, wrong, error } = results[sender.name];
      const outcome = error === undefined ? `${right} of ${expected}` : "not run";
      const notes =
        error ?? [...wrong, ...(sender.note === undefined ? [] : [sender.note])].join("; ");
      return `| ${[sender.title, `${sender.package} ${version ?? ""}`, date, outcome, notes].map(cell).join(" | ")} |`;
    });
  const text = readFileSync(page, "utf8");
  const head = text.slice(0, text.indexOf(rowsBegin) + rowsBegin.length);
  const titles =
    "| sender | package | run on | messages right | what is wrong |\n| --- | --- | --- | --- | --- |";
  writeFileSync(page, `${head}\n\n${titles}\n${rows.join("\n")}\n`);
}
