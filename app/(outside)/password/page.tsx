import type { Metadata } from "next";
import { PasswordView } from "@/components/access/password-view";
import { choosePassword, followStep } from "./actions";

export const metadata: Metadata = { title: "Choose a password" };

/** The page behind a password link: the first admin's, or one made by an admin. */
export default function PasswordPage() {
  return <PasswordView onFollow={followStep} onChoose={choosePassword} />;
}
