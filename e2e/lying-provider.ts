import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { freePort } from "./free-port";

/** Deviations of a malicious provider. */
export type Lie = {
  /** Override the ID token's claims; undefined removes one. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** How the token is signed: not at all, with the client's secret, or with an unpublished key. */
  readonly signature?: "none" | "secret" | "other key";
  /** The claims are altered after signing. */
  readonly isEdited?: true;
  /** The subject of its userinfo response. */
  readonly userinfo?: Readonly<Record<string, unknown>>;
};

export type LyingProvider = {
  readonly issuer: string;
  /**
   * Configures the next sign-in.
   * @param nonce from the authorization URL
   */
  readonly setAnswer: (nonce: string, lie: Lie) => void;
  readonly stop: () => void;
};

export const client = { id: "throughline", secret: "a secret of tests" };

const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** An OpenID Connect provider that can misbehave. It signs everybody in as one person with the group `leads`. */
export async function startLyingProvider(): Promise<LyingProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${String(port)}`;
  let answer: { nonce: string; lie: Lie } = { nonce: "", lie: {} };
  const answers: Readonly<Record<string, () => unknown>> = {
    "/.well-known/openid-configuration": () => metadataOf(issuer),
    "/jwks": () => ({
      keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }],
    }),
    "/token": () => ({
      access_token: "any",
      token_type: "Bearer",
      id_token: tokenOf({ ...personOf(issuer), nonce: answer.nonce }, answer.lie),
    }),
    "/userinfo": () => ({ ...personOf(issuer), ...answer.lie.userinfo }),
  };
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answers[pathOf(request)]?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    issuer,
    setAnswer: (nonce, lie) => {
      answer = { nonce, lie };
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pathOf({ url }: IncomingMessage): string {
  return url?.split("?")[0] ?? "";
}

function metadataOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
  };
}

function personOf(issuer: string) {
  const seconds = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    sub: "grace",
    aud: client.id,
    iat: seconds,
    exp: seconds + 300,
    email: "grace@example.com",
    email_verified: true,
    groups: ["leads"],
  };
}

function tokenOf(honest: object, { claims, signature, isEdited }: Lie): string {
  const alg = signature === "none" ? "none" : signature === "secret" ? "HS256" : "RS256";
  const header = encoded({ alg, ...(alg === "RS256" ? { kid: "1" } : {}) });
  const payload = { ...honest, ...claims };
  const signed = `${header}.${encoded(payload)}`;
  const sent = isEdited === true ? `${header}.${encoded({ ...payload, sub: "eve" })}` : signed;
  return `${sent}.${signatureOf(signed, signature)}`;
}

function signatureOf(text: string, signature: Lie["signature"]): string {
  if (signature === "none") return "";
  if (signature === "secret") {
    return createHmac("sha256", client.secret).update(text).digest("base64url");
  }
  const { privateKey } = signature === "other key" ? other : own;
  return createSign("sha256").update(text).sign(privateKey, "base64url");
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
