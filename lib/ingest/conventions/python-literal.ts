import type { AttributeValue } from "@/lib/domain/trace/span";

/** How a dict, a list of dicts or objects, or an object begins where `str()` or `repr()` wrote it. */
const beginsValue =
  /^(?:[[({]{1,3}(?:'|[bru]'|<[A-Z])|[[({]{0,3}[A-Z]\w{0,60}\((?:[a-z_]\w{0,60}=|\[|\)))/;
/** LangChain's `str(message)`: a model's fields without the class's name. */
const beginsFields = /^content=['"[]/;
const beginning = 200;

const deepest = 48;

/**
 * Reads what Python printed for a value: dicts, lists, tuples, and objects (`TextBlock(text='hi')`), whose class is
 * their `type` unless they state one. Enums are their values. The end may be cut off.
 * @returns undefined for any other text
 */
export function parsePython(text: string): AttributeValue | undefined {
  const head = text.trimStart().slice(0, beginning);
  const isFields = beginsFields.test(head) && / (?:additional_kwargs|tool_call_id)=/.test(text);
  if (!isFields && !beginsValue.test(head)) return undefined;
  const reader = new Reader(text);
  try {
    const value = isFields ? Object.fromEntries(reader.fields("", 0)) : reader.value(0);
    return reader.isAtEnd() && typeof value === "object" ? value : undefined;
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}

class NoLiteral extends Error {}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["\n", ""],
]);
const codeLengths: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);
const constants: ReadonlyMap<string, AttributeValue> = new Map<string, AttributeValue>([
  ["None", null],
  ["True", true],
  ["False", false],
]);
const typeMembers: ReadonlySet<string> = new Set(["type", "block_type", "part_kind", "kind"]);

function keyText(key: AttributeValue): string {
  return typeof key === "string" ? key : JSON.stringify(key);
}

type Entries = [string, AttributeValue][];

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    this.skipSpace();
    return this.at >= this.text.length;
  }

  value(depth: number): AttributeValue {
    if (depth > deepest) throw new NoLiteral();
    this.skipSpace();
    const first = this.text.charAt(this.at);
    if (first === "") return null;
    if (first === "{") return this.braces(depth);
    if (first === "[") return this.items("]", depth);
    if (first === "(") return this.items(")", depth);
    if (first === "<") return this.angled(depth);
    if (/^[bruf]{0,2}['"]/i.test(this.text.slice(this.at, this.at + 3))) return this.strings();
    const number = this.match(/-?\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?/y);
    if (number !== null) return Number(number.replaceAll("_", ""));
    return this.named(depth);
  }

  /** `name=value` pairs up to `close`, between commas or spaces. */
  fields(close: string, depth: number): Entries {
    const members: Entries = [];
    while (!this.isClosed(close)) {
      const key = this.match(/[A-Za-z_]\w*(?==)/y);
      if (key === null) throw new NoLiteral();
      this.at += 1;
      members.push([key, this.value(depth + 1)]);
      this.skipComma();
    }
    return members;
  }

  /** A dict; a set is a list. */
  private braces(depth: number): AttributeValue {
    this.at += 1;
    const members: Entries = [];
    const items: AttributeValue[] = [];
    while (!this.isClosed("}")) {
      const key = this.value(depth + 1);
      this.skipSpace();
      if (this.text.charAt(this.at) === ":") {
        this.at += 1;
        members.push([keyText(key), this.value(depth + 1)]);
      } else {
        items.push(key);
      }
      this.skipComma();
    }
    return items.length > 0 && members.length === 0 ? items : Object.fromEntries(members);
  }

  private items(close: string, depth: number): AttributeValue[] {
    this.at += 1;
    const items: AttributeValue[] = [];
    while (!this.isClosed(close)) {
      if (close === ")") this.match(/[A-Za-z_]\w*=/y);
      items.push(this.value(depth + 1));
      this.skipComma();
    }
    return items;
  }

  /** `<Role.USER: 'user'>` is its value; `<Tool object at 0x7f>` is text. */
  private angled(depth: number): AttributeValue {
    const start = this.at;
    if (this.match(/<[A-Za-z_][\w.]*: (?=['"\d-])/y) !== null) {
      const value = this.value(depth + 1);
      if (!this.isClosed(">")) throw new NoLiteral();
      return value;
    }
    for (let open = 0; this.at < this.text.length; this.at += 1) {
      const letter = this.text.charAt(this.at);
      open += letter === "<" ? 1 : letter === ">" ? -1 : 0;
      if (open > 0) continue;
      this.at += 1;
      break;
    }
    return this.text.slice(start, this.at);
  }

  /** A constant, an enum's member, or an object. */
  private named(depth: number): AttributeValue {
    const start = this.at;
    const name = this.match(/[A-Za-z_][\w.]*/y);
    if (name === null) throw new NoLiteral();
    const short = name.slice(name.lastIndexOf(".") + 1);
    if (!this.isAt("(")) {
      const constant = constants.get(name);
      return constant === undefined ? this.member(name, short) : constant;
    }
    this.at += 1;
    const isKeyed = /\s*[a-z_]\w*=/iy;
    isKeyed.lastIndex = this.at;
    if (isKeyed.test(this.text)) return withClass(short, this.fields(")", depth));
    this.at -= 1;
    const given = this.items(")", depth).at(-1);
    if (given === undefined) return withClass(short, []);
    const isPlain = typeof given === "string" || (typeof given === "object" && given !== null);
    return isPlain ? given : this.text.slice(start, this.at);
  }

  private member(name: string, short: string): AttributeValue {
    const isNumber = /^(?:nan|inf)$/.test(name);
    if (name === short && !isNumber && this.at < this.text.length) throw new NoLiteral();
    return short;
  }

  /** Adjacent strings are one. */
  private strings(): string {
    let text = "";
    while (this.match(/[bruf]{0,2}(?=['"])/iy) !== null) {
      text += this.string();
      this.skipSpace();
    }
    return text;
  }

  private string(): string {
    const quote = this.text.charAt(this.at);
    this.at += 1;
    let text = "";
    for (let from = this.at; ; from = this.at) {
      while (this.at < this.text.length && !this.isAt(quote) && !this.isAt("\\")) this.at += 1;
      text += this.text.slice(from, this.at);
      const letter = this.text.charAt(this.at);
      this.at += 1;
      if (letter !== "\\") return text;
      text += this.escaped();
    }
  }

  private isAt(letter: string): boolean {
    return this.text.charAt(this.at) === letter;
  }

  private escaped(): string {
    const letter = this.text.charAt(this.at);
    this.at += 1;
    const length = codeLengths.get(letter);
    if (length === undefined) return escapes.get(letter) ?? letter;
    const code = Number.parseInt(this.text.slice(this.at, this.at + length), 16);
    this.at += length;
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
  }

  /** Steps over `close`; true at the text's end too, where the rest was cut off. */
  private isClosed(close: string): boolean {
    this.skipSpace();
    if (this.at >= this.text.length) return true;
    if (close === "" || !this.isAt(close)) return false;
    this.at += 1;
    return true;
  }

  private skipComma(): void {
    this.skipSpace();
    if (this.isAt(",")) this.at += 1;
  }

  private skipSpace(): void {
    while (/\s/.test(this.text.charAt(this.at))) this.at += 1;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }
}

/**
 * An object's members, with its class as the type that the same thing has in JSON: `ToolCallResult` → `tool_call_result`,
 * `UserPromptPart` → the part kind `user-prompt`; a message's class names its speaker.
 */
function withClass(name: string, members: Entries): AttributeValue {
  const isTyped = members.some(([key, value]) => typeMembers.has(key) && typeof value === "string");
  return Object.fromEntries(isTyped ? members : [...members, typeOfClass(name)]);
}

function typeOfClass(name: string): [string, AttributeValue] {
  if (/Message(?:Chunk)?$/.test(name)) return ["type", name];
  const words = name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, "_").toLowerCase();
  if (!words.endsWith("_part")) return ["type", words];
  return ["part_kind", words.slice(0, -"_part".length).replaceAll("_", "-")];
}
