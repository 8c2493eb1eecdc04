/** Notice to admins about a proxy that THROUGHLINE_PROXIES does not count. */
export const uncountedProxySentence =
  "A request carried X-Forwarded-For, but THROUGHLINE_PROXIES is 0: behind a proxy everybody seems to come from one address, and strangers' tries to sign in keep others waiting. Set THROUGHLINE_PROXIES to the number of proxies in front, 1 where there is one, and start again.";
