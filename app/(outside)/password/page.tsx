import type { Metadata } from "next";
import { PasswordView } from "@/components/access/password-view";
import { choosePassword, followStep } from "./actions";

export const metadata: Metadata = { title: "Choose a password" };

/** Where the link leads that makes the first admin, or that an admin gave to somebody. */
export default function PasswordPage() {
  return <PasswordView onFollow={followStep} onChoose={choosePassword} />;
}
