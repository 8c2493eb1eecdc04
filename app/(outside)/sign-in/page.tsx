import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInView } from "@/components/access/sign-in-view";
import { currentViewer } from "@/lib/auth/current-viewer";
import { signInChoices } from "@/lib/auth/sign-in/sign-in-choices";
import { returnPath } from "@/lib/format/layout/return-path";
import type { PageProps } from "@/lib/format/address/raw-params";
import { signInProblem } from "@/lib/format/layout/sign-in-words";

export const metadata: Metadata = { title: "Sign in" };

/** The sign-in page; a signed-in viewer is redirected. */
export default async function SignInPage({ searchParams }: PageProps) {
  const { to, error } = await searchParams;
  const path = returnPath(typeof to === "string" ? to : null);
  if ((await currentViewer()) !== null) redirect(path);
  const problem = typeof error === "string" ? signInProblem(error) : null;
  return <SignInView to={path} problem={problem} {...await signInChoices()} />;
}
