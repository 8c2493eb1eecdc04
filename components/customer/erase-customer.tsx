"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { formatCounted } from "@/lib/format/format";
import { buttonClasses } from "../ui/button-classes";
import { ChangeForm } from "../ui/change-form";
import { Dialog } from "../ui/dialog";
import { useMutation } from "../ui/use-mutation";

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
        Erase this customer
      </button>
      <Dialog
        title="Erase this customer?"
        description="This cannot be taken back."
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
      label="Erase"
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
        <b>{formatCounted(touchpoints, "contact")}</b> in <b>{formatCounted(total, "case")}</b> will
        be gone, with everything that was found, noted, labelled and decided about them. If other
        customers take part in one of these cases, their contacts stay.
      </p>
      <p className="text-secondary text-text-muted">
        Whatever comes in about this customer later will not be stored. The audit keeps that you
        erased a customer, when, and how much it was, but not who it was.
      </p>
    </ChangeForm>
  );
}
