/** Rules of this project that no published set has. */

const isNamed = (node, ...names) => node?.type === "Identifier" && names.includes(node.name);

/** Rooms whose output may depend on nothing but their arguments. */
const noAmbientState = {
  create(context) {
    const report = (node, advice) =>
      context.report({ node, message: `This room is pure: ${advice}` });
    const takeTime = "Take the time as an argument.";
    return {
      MemberExpression(node) {
        const { object, property } = node;
        if (isNamed(object, "Date") && isNamed(property, "now")) report(node, takeTime);
        if (isNamed(object, "performance")) report(node, takeTime);
        if (isNamed(object, "Math") && isNamed(property, "random")) {
          report(node, "Take the randomness in.");
        }
        if (isNamed(object, "crypto")) report(node, "Take ids and hashes in as arguments.");
      },
      NewExpression(node) {
        if (isNamed(node.callee, "Date") && node.arguments.length === 0) report(node, takeTime);
      },
      CallExpression(node) {
        if (isNamed(node.callee, "Date")) report(node, takeTime);
      },
    };
  },
};

const leftOut = ["skip", "skipIf", "runIf", "only", "todo", "fixme", "fails"];

const everyTestRuns = {
  create(context) {
    return {
      MemberExpression(node) {
        if (!isNamed(node.property, ...leftOut)) return;
        const message = "Every test runs. What takes minutes goes into a file `*.long.test.ts`.";
        context.report({ node, message });
      },
    };
  },
};

const selecting = ["closest", "matches", "querySelector", "querySelectorAll"];
const readAloud = ["aria-label", "label", "title", "placeholder", "alt", "heading"];

/**
 * Whether a text is two words or more, and neither a list of CSS classes, whose names are lower case and have hyphens,
 * nor CSS rules or a CSS function.
 */
function isSentence(text) {
  if (/\{[^{}]*:[^{}]*\}|^[a-z-]+\([^()]*\)$/u.test(text)) return false;
  if (!/\p{L}{2}.*\s.*\p{L}|\p{L}.*\s.*\p{L}{2}/su.test(text)) return false;
  const parts = text.trim().split(/\s+/u);
  return !(parts.every((part) => /^[^A-Z…’“”?]+$/u.test(part)) && parts.some(isClassName));
}

const isClassName = (part) => /^[a-z[*]+[^\s,;]*[-:[]\S/u.test(part);

/** All wording of a page stands in its `words.ts`, where it can be read and reviewed as a list. */
const wordsInOnePlace = {
  create(context) {
    const message = "Words of a page stand in its words.ts (or words/).";
    const isOfAttribute = ({ type, name, parent }, names) =>
      type === "JSXExpressionContainer"
        ? isOfAttribute(parent, names)
        : type === "JSXAttribute" && names.test(name.name);
    const isElsewhere = ({ parent }) =>
      (parent.type === "CallExpression" && isNamed(parent.callee.property, ...selecting)) ||
      parent.type === "ExpressionStatement" ||
      (parent.type === "BinaryExpression" && /^[!=]==$/u.test(parent.operator)) ||
      parent.type === "ImportDeclaration" ||
      parent.type === "ExportNamedDeclaration" ||
      (parent.type === "NewExpression" && /Error$/u.test(parent.callee.name ?? "")) ||
      isOfAttribute(parent, /class|labelledby|describedby/iu);
    const check = (node, text) => {
      if (isSentence(text) && node.parent.key !== node && !isElsewhere(node))
        context.report({ node, message });
    };
    return {
      JSXText(node) {
        if (/\p{L}{2}/u.test(node.value)) context.report({ node, message });
      },
      JSXAttribute({ name, value }) {
        const isWord = value?.type === "Literal" && /\p{L}{2}/u.test(String(value.value));
        if (isWord && readAloud.includes(name.name) && !isSentence(String(value.value))) {
          context.report({ node: value, message });
        }
      },
      Literal(node) {
        if (typeof node.value === "string") check(node, node.value);
      },
      TemplateLiteral(node) {
        const text = node.quasis.map(({ value }) => value.cooked ?? "").join("0");
        const isHtml = isNamed(node.parent.tag, "html");
        if (!isHtml) check(node, text);
        else if (/\p{L}{2}/u.test(text.replace(/<[^>]*>/gu, ""))) context.report({ node, message });
      },
    };
  },
};

export default {
  meta: { name: "throughline" },
  rules: {
    "no-ambient-state": noAmbientState,
    "every-test-runs": everyTestRuns,
    "words-in-one-place": wordsInOnePlace,
  },
};
