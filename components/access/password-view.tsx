"use client";

import Link from "next/link";
import { startTransition, useActionState, useCallback } from "react";
import type { LinkOffer, LinkStep } from "@/lib/domain/people/password-link";
import { Card } from "../ui/card";
import { LinkCodeForm } from "./link-code-form";
import { OutsideFrame } from "./outside-frame";
import { PasswordForm, type ChoosePassword } from "./password-form";
import { useLinkCode } from "./use-link-code";

type PasswordViewProps = {
  onFollow: (step: LinkStep, form: FormData) => Promise<LinkStep>;
  onChoose: ChoosePassword;
};

/** The page behind a password link. */
export function PasswordView({ onFollow, onChoose }: PasswordViewProps) {
  const [step, follow, isPending] = useActionState<LinkStep, FormData>(onFollow, { kind: "code" });
  const onCode = useCallback(
    (code: string) => {
      const form = new FormData();
      form.set("code", code);
      startTransition(() => {
        follow(form);
      });
    },
    [follow],
  );
  useLinkCode(onCode);
  return (
    <OutsideFrame>
      <h1 className="text-lede font-semibold tracking-tight">{headingOf(step)}</h1>
      {step.kind === "code" ? (
        <Card title="Open your link">
          <LinkCodeForm follow={follow} isPending={isPending} />
        </Card>
      ) : null}
      {step.kind === "choose" ? (
        <Card {...cardOf(step.offer)}>
          <PasswordForm key={step.code} step={step} onChoose={onChoose} follow={follow} />
        </Card>
      ) : null}
      {step.kind === "ended" ? (
        <p className="text-text-muted">
          It was used, or is too old, or a newer one was made. Ask an admin for another one, or make
          one with <code>npx throughline user reset</code>.
        </p>
      ) : null}
      {step.kind === "ended" || step.kind === "done" ? (
        <p>
          <Link className="underline" href="/sign-in">
            Sign in
          </Link>
        </p>
      ) : null}
    </OutsideFrame>
  );
}

function headingOf(step: LinkStep): string {
  switch (step.kind) {
    case "code":
      return "Choose a password";
    case "ended":
      return "This link has ended";
    case "done":
      return `The password of ${step.email} is set`;
    case "choose":
      return step.offer.kind === "first-admin"
        ? "Create the admin"
        : `Choose a password, ${step.offer.name}`;
  }
}

function cardOf(offer: LinkOffer): { title: string; subtitle: string } {
  return offer.kind === "first-admin"
    ? {
        title: "The first account",
        subtitle: "It adds the others. From now on everybody signs in, and programs need a token.",
      }
    : { title: offer.email, subtitle: "Other sessions of this account end." };
}
