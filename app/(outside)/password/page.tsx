import type { Metadata } from "next";
import { PasswordView } from "@/components/access/password-view";
import { readLink } from "@/lib/auth/choose-password";
import type { RawSearchParams } from "@/lib/view/search-params/field-reader";
import { choosePassword } from "./actions";

export const metadata: Metadata = { title: "Choose a password", referrer: "no-referrer" };

/** Where the link leads that makes the first admin, or that an admin gave to somebody. */
export default async function PasswordPage({
  searchParams,
}: {
  searchParams: Promise<RawSearchParams>;
}) {
  const { code } = await searchParams;
  const offer = typeof code === "string" ? await readLink(code) : null;
  return (
    <PasswordView
      code={typeof code === "string" ? code : ""}
      offer={offer}
      onChoose={choosePassword}
    />
  );
}
