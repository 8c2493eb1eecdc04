import { NotFoundPage } from "@/components/layout/not-found-page";

/** The page of a customer id that no case names. */
export default function CustomerNotFound() {
  return (
    <NotFoundPage
      title="No such customer"
      finding="No case names this customer"
      detail="The id may be written differently, capitals count, or the customer’s spans have not arrived yet. When they do, this address works."
    />
  );
}
