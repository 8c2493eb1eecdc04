"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { buttonClasses } from "../ui/button-classes";
import { ChangeForm } from "../ui/form";
import { Dialog } from "../ui/dialog";
import { useMutation } from "../ui/use-mutation";
import { erasing } from "@/lib/pages/customer/words";

export type OnErase = (input: { readonly customerId: string }) => Promise<MutationOutcome>;

type EraseCustomerProps = {
  customer: { readonly customerId: string; readonly touchpoints: number; readonly total: number };
  onErase: OnErase;
};

/** Erases the customer, after saying what goes. */
export function EraseCustomer({ customer, onErase }: EraseCustomerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${buttonClasses.default} cursor-pointer`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {erasing.button}
      </button>
      <Dialog
        title={erasing.title}
        description={erasing.description}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <EraseForm customer={customer} onErase={onErase} />
      </Dialog>
    </>
  );
}

function EraseForm({ customer: { customerId, touchpoints, total }, onErase }: EraseCustomerProps) {
  const router = useRouter();
  const { isBusy, problem, submit } = useMutation({ refreshes: false });
  return (
    <ChangeForm
      label={erasing.submit}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => {
        submit(
          () => onErase({ customerId }),
          () => {
            router.push("/cases");
          },
        );
      }}
    >
      <p>
        <b>{erasing.contacts(touchpoints)}</b> {erasing.in} <b>{erasing.cases(total)}</b>{" "}
        {erasing.gone}
      </p>
      <p className="text-secondary text-text-muted">{erasing.later}</p>
    </ChangeForm>
  );
}
