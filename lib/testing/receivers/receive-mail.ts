import { once } from "node:events";
import { SMTPServer } from "smtp-server";

export type MailReceiver = {
  /** smtp://127.0.0.1:… */
  readonly url: string;
  /** As text, in the order of arrival. */
  readonly received: readonly { readonly to: readonly string[]; readonly text: string }[];
  readonly close: () => Promise<void>;
};

/** A real mail server on loopback that takes everything. */
export async function receiveMail(): Promise<MailReceiver> {
  const received: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, session, done) => {
      let text = "";
      stream.setEncoding("utf8").on("data", (part: string) => (text += part));
      stream.on("end", () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
