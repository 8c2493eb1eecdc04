/** Masks the decoded values of a query string ("%40" is an @). */
export function maskSearch(search: string, mask: (text: string) => string): string {
  const said = [...new URLSearchParams(search)];
  return new URLSearchParams(said.map(([key, value]) => [mask(key), mask(value)])).toString();
}
