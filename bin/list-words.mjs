import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { filesBelow } from "./tools/fingerprint.mjs";
import { root } from "./tools/paths.mjs";

/** Prints every sentence of each page, "…" where a value stands, so that they can be read as one list. */
let shown = "";
for (const file of filesBelow("lib/pages")) {
  const page = /^lib\/pages\/([^/]+)\/words(?:\.ts$|\/)/u.exec(file)?.[1];
  if (page === undefined) continue;
  if (page !== shown) console.log(`\n${page}`);
  shown = page;
  for (const words of wordsOf(file)) console.log(`  ${words}`);
}

function wordsOf(file) {
  const text = readFileSync(join(root, file), "utf8");
  const found = new Set();
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node)) found.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const parts = node.templateSpans.map(({ literal }) => literal.text);
      found.add([node.head.text, ...parts].join("…"));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return [...found].filter((words) => /\p{L}{2}/u.test(words));
}
