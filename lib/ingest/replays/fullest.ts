/** Of what several lines say of one thing the longest, whatever their order. */
export function fullest<Each extends object>(all: readonly Each[]): Each {
  const [first] = all
    .map((each) => ({ each, json: JSON.stringify(each) }))
    .sort((a, b) => b.json.length - a.json.length || (a.json < b.json ? -1 : 1));
  if (first === undefined) throw new Error("There is nothing to choose from.");
  return first.each;
}
