/** The server that sends mail, and the address it is from. */
export type MailServer = { readonly url: string; readonly from: string };

/** THROUGHLINE_SMTP_URL and THROUGHLINE_SMTP_FROM; null where they are not both set. */
export function readMailServer(
  env: Readonly<Record<string, string | undefined>>,
): MailServer | null {
  const [url = "", from = ""] = [env["THROUGHLINE_SMTP_URL"], env["THROUGHLINE_SMTP_FROM"]];
  return url === "" || from === "" ? null : { url, from };
}
