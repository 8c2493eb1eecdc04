import Provider from "oidc-provider";

/**
 * An OpenID Connect provider for tests, as a separate process with its own pages. NAME or NAME@GROUP signs in as a
 * member of that group; the address of "unverified" is unverified. Arguments: port, redirect URI.
 */
const [port = "0", redirectUri = ""] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    { client_id: "throughline", client_secret: "a secret of tests", redirect_uris: [redirectUri] },
  ],
  claims: {
    openid: ["sub"],
    email: ["email", "email_verified"],
    profile: ["name", "groups"],
  },
  conformIdTokenClaims: false,
  cookies: { keys: ["only for tests"] },
  features: { devInteractions: { enabled: true } },
  findAccount: (_, id) => ({ accountId: id, claims: () => claimsOf(id) }),
});

function claimsOf(id) {
  const [name, group] = id.split("@");
  return {
    sub: id,
    name,
    email: `${name}@example.com`,
    email_verified: name !== "unverified",
    groups: group === undefined ? [] : [group],
  };
}

provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
