/** "You are Nova, the support assistant of …", "Your name is Nova", "Act as Nova, …". */
const stated =
  /(?:^|[.!?\n"]\s{0,4}|^[^\n]{0,40}\n)(?:[Yy]ou(?:['’]re| are)(?: called| named| an? (?:\p{Ll}+ ){1,4}(?:called|named))?|[Yy]our name is|[Aa]ct as|[Dd]u bist|[Dd]ein Name ist|[Tt]u es|[Tt]u t['’]appelles|[Vv]ous êtes|[Ee]res|[Tt]u nombre es|[Ss]ei|[Tt]i chiami|[Vv]ocê é|[Ss]eu nome é|[Jj]e bent|[Jj]e naam is) (?<name>\p{Lu}\p{L}{1,20})(?=[,.;:!\n]| (?:and|from|at|of|the|an?|who|with|for|und|von|et|de|y|del|e|da|do|en|van)(?!\p{L})|$)/u;
const lengthMax = 2000;

/**
 * An agent's name as its instructions state it: the company's choice and nobody's.
 * @returns null if they state none
 */
export function agentNameIn(instructions: string | null): string | null {
  if (instructions === null) return null;
  return stated.exec(instructions.slice(0, lengthMax))?.groups?.name ?? null;
}
