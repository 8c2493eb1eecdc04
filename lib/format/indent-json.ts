const stringOrSign = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s"{}[\],:]+/gs;

/**
 * Pretty-prints JSON without parsing it, so that long numbers keep their digits. Other text is returned
 * unchanged.
 */
export function indentJson(text: string): string {
  if (!isJsonContainer(text)) return text;
  const tokens = text.match(stringOrSign) ?? [];
  let depth = 0;
  let out = "";
  tokens.forEach((token, index) => {
    const isClosing = token === "}" || token === "]";
    if (isClosing) depth -= 1;
    if (isClosing && !isOpening(tokens[index - 1])) out += newLine(depth);
    out += token;
    if (isOpening(token)) {
      depth += 1;
      const next = tokens[index + 1];
      if (next !== "}" && next !== "]") out += newLine(depth);
    }
    if (token === ",") out += newLine(depth);
    if (token === ":") out += " ";
  });
  return out;
}

function isJsonContainer(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isOpening(token: string | undefined): boolean {
  return token === "{" || token === "[";
}

function newLine(depth: number): string {
  return `\n${"  ".repeat(depth)}`;
}
