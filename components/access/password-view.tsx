import Link from "next/link";
import { Card } from "../ui/card";
import { OutsideFrame } from "./outside-frame";
import { PasswordForm, type ChoosePassword } from "./password-form";

type PasswordViewProps = {
  code: string;
  /** What the link is for; null where it ended. */
  offer: { kind: "first-admin" } | { kind: "account"; name: string; email: string } | null;
  onChoose: ChoosePassword;
};

/** Lets somebody with a link choose a password. */
export function PasswordView({ code, offer, onChoose }: PasswordViewProps) {
  if (offer === null) {
    return (
      <OutsideFrame>
        <h1 className="text-lede font-semibold tracking-tight">This link has ended</h1>
        <p className="text-text-muted">
          It was used, or is too old, or a newer one was made. Ask an admin for another one, or make
          one with <code>npx throughline user reset</code>.
        </p>
        <p>
          <Link className="underline" href="/sign-in">
            Sign in
          </Link>
        </p>
      </OutsideFrame>
    );
  }
  const isFirst = offer.kind === "first-admin";
  return (
    <OutsideFrame>
      <h1 className="text-lede font-semibold tracking-tight">
        {isFirst ? "Create the admin" : `Choose a password, ${offer.name}`}
      </h1>
      <Card
        title={isFirst ? "The first account" : offer.email}
        subtitle={
          isFirst
            ? "It adds the others. From now on everybody signs in, and programs need a token."
            : "Other sessions of this account end."
        }
      >
        <PasswordForm code={code} isFirst={isFirst} onChoose={onChoose} />
      </Card>
    </OutsideFrame>
  );
}
