import Provider from "oidc-provider";

/*
 * A provider that tests sign in by: a process of its own, with its own pages. Whoever signs in as NAME or
 * NAME@GROUP is in that group; the address of "unverified" was never verified.
 * Arguments: its port, and the address it may send people back to.
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
