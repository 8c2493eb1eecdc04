/**
 * What must come out of a story: each message once, in its order, by who said it, in its channel; a tool that failed as
 * failed; both contacts in one case; each model call once.
 */
function expectedMessages({ contacts, tool }) {
  return contacts.flatMap(({ channel, turns }) =>
    turns.flatMap((turn) => [
      { channel, speaker: "customer", text: turn.customer },
      ...(turn.callsTool
        ? [
            { channel, speaker: "tool", says: tool.error, isError: true },
            { channel, speaker: "tool", says: tool.result.place, isError: false },
          ]
        : []),
      { channel, speaker: "agent", text: turn.agent },
    ]),
  );
}

const says = (wanted, row) =>
  wanted.text === undefined ? row.text.includes(wanted.says) : row.text.trim() === wanted.text;

const isRight = (wanted, row) =>
  says(wanted, row) &&
  row.speaker === wanted.speaker &&
  row.channel === wanted.channel &&
  (row.tool?.isError ?? undefined) === wanted.isError;

function hasArgument(text, { parameter, argument }) {
  try {
    return JSON.parse(text)[parameter] === argument;
  } catch {
    return false;
  }
}

/**
 * @param read what `readBodies` returned
 * @returns how many messages are right, how many are expected, and a sentence for each thing that is wrong
 */
export function check(story, read) {
  const expected = expectedMessages(story);
  const left = [...read.messages];
  const wrong = [];
  let right = 0;
  for (const wanted of expected) {
    const index = left.findIndex((row) => isRight(wanted, row));
    const near = left.find((row) => says(wanted, row));
    if (index >= 0) right++;
    else if (near === undefined) wrong.push(`missing: ${describe(wanted)}`);
    else wrong.push(`${describe(wanted)} is read as ${describe(toDescribed(near))}`);
    const taken = index >= 0 ? index : left.indexOf(near);
    if (taken >= 0) left.splice(taken, 1);
  }
  for (const row of left) wrong.push(`too much: ${describe(toDescribed(row))}`);
  const calls = read.messages.filter(({ speaker }) => speaker === "tool");
  for (const { text, tool } of calls)
    if (!hasArgument(tool.args, story.tool))
      wrong.push(
        `arguments of ${describe({ ...calls[0], text, isError: tool.isError })}: ${tool.args.slice(0, 40) || "none"}`,
      );
  const order = read.messages.map((row) => expected.findIndex((wanted) => isRight(wanted, row)));
  if (wrong.length === 0 && order.some((place, index) => place !== index))
    wrong.push("messages stand in another order");
  return { right, expected: expected.length, wrong: [...wrong, ...checkCases(story, read)] };
}

/** The model server says so of each call. */
const inputTokens = 40;

function checkCases(story, { cases, unassigned, rejected }) {
  if (rejected > 0) return [`${rejected} spans rejected`];
  const one = cases.find((row) => row.case_id === story.caseId);
  if (one === undefined) return [`no case ${story.caseId}; spans without a case: ${unassigned}`];
  const turns = story.contacts.flatMap((contact) => contact.turns);
  const tools = turns.filter((turn) => turn.callsTool).length;
  const failed = turns.filter((turn) => turn.failsFirst).length;
  const facts = [
    ["cases", cases.length, [1]],
    ["customer", one.customer_id, [story.customerId]],
    ["contacts", one.touchpoints, [story.contacts.length]],
    // A call that failed is none to senders that tell no span of it.
    ["model calls", one.model_calls, [turns.length + 2 * tools, turns.length + 2 * tools + failed]],
    ["input tokens", one.input_tokens, [null, inputTokens * (turns.length + 2 * tools)]],
    ["failed tools", one.failed_tools.length, [tools]],
  ];
  return facts
    .filter(([, value, allowed]) => !allowed.includes(value))
    .map(([name, value, allowed]) => `${name}: ${value ?? "none"} instead of ${allowed.at(-1)}`);
}

const toDescribed = ({ channel, speaker, text, tool }) => ({
  channel,
  speaker,
  text,
  isError: tool?.isError,
});

function describe({ channel, speaker, text, says: part, isError }) {
  const words = (text ?? part).replaceAll(/\s+/g, " ");
  const short = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  const failed = isError === true ? ", failed" : "";
  return `“${short}” (${speaker}${failed}, ${channel})`;
}
